package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated tree of units, read. Rights follow the tree of today; sums follow the tree of a reference date. */
@Component
public class Units {

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit as it stands today, or as it stood on its last day when it is closed. */
    public Optional<Unit> find(UnitId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Unit> findByCode(String code) {
        throw new UnsupportedOperationException();
    }

    /** The direct superior today; empty for a root or an unknown unit. */
    public Optional<UnitId> superiorOf(UnitId unit) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@code unit} is {@code branch} itself or stands below it today. */
    public boolean isWithin(UnitId branch, UnitId unit) {
        throw new UnsupportedOperationException();
    }

    /** The direct subordinates on a date, in Vietnamese order of their names. */
    public List<Unit> subordinatesOf(UnitId parent, LocalDate on) {
        throw new UnsupportedOperationException();
    }
}
