package vn.lantoa.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The audit trail, read: newest first, each administrator what lies in the own branch. */
@Component
public class AuditLog {

    /**
     * Which entries; null leaves a question open.
     *
     * @param action an action such as {@code task.completed}, or the first half of several, {@code task}
     * @param actor a username
     * @param object such as {@code report:12}
     * @param from first day, Vietnamese time
     * @param to last day, Vietnamese time
     */
    public record Filter(String action, String actor, String object, LocalDate from, LocalDate to) {

        public static final Filter NONE = new Filter(null, null, null, null, null);
    }

    private static final int LARGEST_PAGE = 200;
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Access access;
    private final ObjectMapper json;

    AuditLog(JdbcClient jdbc, Access access, ObjectMapper json) {
        this.jdbc = jdbc;
        this.access = access;
        this.json = json;
    }

    /**
     * One page.
     *
     * @param after where the page before ended, null for the newest
     * @throws vn.lantoa.organization.NotAllowed for those who administer neither a branch nor the installation
     */
    public Page<AuditEntry> find(Actor actor, Filter filter, Long after, int size) {
        access.require(actor, Right.SEE_AUDIT);
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        within(actor, conditions, values);
        narrow(filter, conditions, values);
        if (after != null) {
            conditions.add("id < ?");
            values.add(after);
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var rows = jdbc.sql("select * from audit_entry" + where + " order by id desc fetch first " + (limit + 1)
                        + " rows only")
                .params(values)
                .query(Row::read)
                .list();
        return page(rows, limit);
    }

    private static void within(Actor actor, List<String> conditions, List<Object> values) {
        if (actor.holds(Post.ADMINISTRATOR)) {
            return;
        }
        var branches = actor.unitsAs(Post.UNIT_ADMINISTRATOR);
        var places = String.join(", ", branches.stream().map(branch -> "?").toList());
        conditions.add("unit_id in (select descendant_id from unit_closure where ancestor_id in (" + places + "))");
        branches.forEach(branch -> values.add(branch.value()));
    }

    private static void narrow(Filter filter, List<String> conditions, List<Object> values) {
        if (given(filter.action())) {
            conditions.add("(action = ? or action like ? escape '!')");
            values.add(filter.action());
            values.add(filter.action().replaceAll("[!%_]", "!$0") + ".%");
        }
        if (given(filter.actor())) {
            conditions.add("actor = ?");
            values.add(filter.actor().strip());
        }
        if (given(filter.object())) {
            conditions.add("object = ?");
            values.add(filter.object().strip());
        }
        if (filter.from() != null) {
            conditions.add("happened_at >= ?");
            values.add(startOf(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("happened_at < ?");
            values.add(startOf(filter.to().plusDays(1)));
        }
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(VietnamTime.ZONE).toInstant());
    }

    private Page<AuditEntry> page(List<Row> rows, int limit) {
        var more = rows.size() > limit;
        var items = rows.subList(0, more ? limit : rows.size()).stream()
                .map(this::entry)
                .toList();
        return new Page<>(items, more ? Long.toString(items.get(limit - 1).id()) : null);
    }

    private AuditEntry entry(Row row) {
        return new AuditEntry(
                row.id(),
                row.at(),
                row.actorId() == null ? null : PersonId.of(row.actorId()),
                row.actor(),
                row.action(),
                row.object(),
                row.unit() == null ? null : UnitId.of(row.unit()),
                row.correlation(),
                map(row.facts()),
                map(row.payload()),
                row.erased(),
                row.seq());
    }

    private Map<String, Object> map(String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            return Map.of("unreadable", text);
        }
    }
}
