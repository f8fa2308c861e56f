package vn.lantoa.models.exemplar;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.KnownFigures;
import vn.lantoa.organization.UnitId;

/** How many exemplars a unit itself named or confirmed for the year, as decided by the end of a report's span: D11. */
@Component
class ExemplarFigures implements KnownFigures {

    /** The indicator of HD 23's report, DOMAIN §3.4. */
    private static final String EXEMPLARS = "D11";

    private final Exemplars exemplars;

    ExemplarFigures(Exemplars exemplars) {
        this.exemplars = exemplars;
    }

    @Override
    public String source() {
        return "exemplars";
    }

    /** Nothing is said of a unit that has none: whether there is none, or none was entered, its officer knows. */
    @Override
    public Map<String, Integer> of(UnitId unit, LocalDate from, LocalDate to) {
        var count = exemplars.ofUnit(unit, to.getYear()).stream()
                .filter(shown -> !shown.exemplar().decidedOn().isAfter(to))
                .count();
        return count == 0 ? Map.of() : Map.of(EXEMPLARS, (int) count);
    }
}
