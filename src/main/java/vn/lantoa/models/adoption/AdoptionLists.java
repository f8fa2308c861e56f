package vn.lantoa.models.adoption;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Adoptions as lists, the newest first, page by page. */
@Component
public class AdoptionLists {

    private final JdbcClient jdbc;

    AdoptionLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose adoptions; words: message {@code adoption.list.<name in lower case>}. */
    public enum Whose {
        /** Of the person's own units. */
        OWN("a.unit_id in (:units)"),
        /** To which the person's units invited. */
        SENT("a.invited_by in (:units)"),
        /** Requests of units directly below that wait for a word. */
        REQUESTS("a.state = 'REQUESTED' and a.unit_id in (select u.id from unit u where u.parent_id in (:units))");

        private final String condition;

        Whose(String condition) {
            this.condition = condition;
        }
    }

    /** How far they have come; words: message {@code adoption.list.stage.<name in lower case>}. */
    public enum Stage {
        ALL("1 = 1"),
        WAITING("a.state in ('INVITED', 'REQUESTED')"),
        RUNNING("a.state in ('PLANNING', 'APPROVING', 'SETTING_UP', 'FIRST_REVIEW')"),
        DONE("a.ended_on is not null");

        private final String condition;

        Stage(String condition) {
            this.condition = condition;
        }
    }

    /** A row of a list. */
    public record Row(Adoption adoption, String unit) {}

    /**
     * One page of what concerns the person's units.
     *
     * @param after the place the last page named, null at the start
     */
    public Page<Row> of(Actor actor, Whose whose, Stage stage, String after, int limit) {
        var units = actor.holdings().stream()
                .filter(holding -> Right.SEE_MODEL.posts().contains(holding.post()))
                .map(holding -> holding.unit())
                .collect(Collectors.toUnmodifiableSet());
        if (units.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var rows = jdbc.sql("select a.*, k.name as kind_name, n.name as unit_name from model_adoption a"
                        + " join model_kind k on k.id = a.kind_id join unit n on n.id = a.unit_id where "
                        + whose.condition
                        + " and " + stage.condition + " and a.id < :after order by a.id desc limit " + (limit + 1))
                .param("units", units.stream().map(UnitId::value).toList())
                .param("after", AdoptionLists.place(after))
                .query((row, n) -> new Row(Adoption.read(row, n), row.getString("unit_name")))
                .list();
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, limit),
                        rows.get(limit - 1).adoption().id().toString());
    }

    private static long place(String after) {
        return vn.lantoa.organization.AddressId.is(after) ? Long.parseLong(after) : Long.MAX_VALUE;
    }
}
