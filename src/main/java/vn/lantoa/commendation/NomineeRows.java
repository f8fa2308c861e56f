package vn.lantoa.commendation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.VietnameseText;

/** The rows of table {@code nominee}: the only place of a name until a decision is released. */
@Component
class NomineeRows {

    private final JdbcClient jdbc;

    NomineeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Nominee> find(NominationId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    Map<NominationId, Nominee> findAll(Collection<NominationId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from nominee where nomination_id in (:ids)")
                        .param("ids", ids.stream().map(NominationId::value).toList())
                        .query(Nominee::read)
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Nominee::nomination, Function.identity()));
    }

    void put(NominationId id, NomineeData data) {
        var name = clean(data.name());
        jdbc.sql("update nominee set collective = ?, name = ?, folded = ?, sex = ?, birth_year = ?, post = ?,"
                        + " direct_worker = ?, headcount = ?, women = ? where nomination_id = ?")
                .params(data.collective(), name, name == null ? null : VietnameseText.fold(name))
                .params(
                        data.collective() || data.sex() == null
                                ? null
                                : data.sex().name(),
                        data.collective() ? null : data.birthYear(),
                        clean(data.post()),
                        !data.collective() && data.directWorker(),
                        data.collective() ? data.headcount() : null,
                        data.collective() ? data.women() : null,
                        id.value())
                .update();
    }

    /** In composed form, without control characters; null for nothing. */
    static String clean(String text) {
        if (text == null) {
            return null;
        }
        var clean = VietnameseText.clean(text);
        return clean.isEmpty() ? null : clean;
    }
}
