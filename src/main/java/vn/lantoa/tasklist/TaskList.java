package vn.lantoa.tasklist;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** Reads lists from the task table: for each desk the index gives the next rows, and the desks are merged. */
@Component
class TaskList {

    /** Where tasks lie for somebody: only those of some processes where the person stands in for these; all when empty. */
    private record Desk(Post post, UnitId unit, Set<String> processes) {

        Desk or(Desk other) {
            var both = new TreeSet<>(processes);
            both.addAll(other.processes);
            return new Desk(post, unit, processes.isEmpty() || other.processes.isEmpty() ? Set.of() : both);
        }

        void narrow(StringBuilder where, List<Object> params) {
            if (!processes.isEmpty()) {
                where.append(" and process in (")
                        .append(String.join(", ", Collections.nCopies(processes.size(), "?")))
                        .append(")");
                params.addAll(processes);
            }
        }
    }

    private final JdbcClient jdbc;
    private final Units units;

    TaskList(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** One row more than a page, so that the caller knows whether there is another one. */
    List<OpenTask> page(Actor actor, TaskFilter filter, LocalDate today) {
        var order = filter.sort() == TaskFilter.Sort.DUE ? "due_key, id" : "created_at desc, id desc";
        var limit = filter.size() + 1;
        var parts = new ArrayList<String>();
        var params = new ArrayList<Object>();
        for (var desk : desksOf(actor)) {
            var where = where(desk, filter, params);
            if (filter.group() != null) {
                where += " and due_key between ? and ?";
                params.add(filter.group().first(today));
                params.add(filter.group().last(today));
            }
            where += after(filter, params);
            parts.add("(select * from task where " + where + " order by " + order + " limit " + limit + ")");
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from (" + String.join(" union all ", parts) + ") mine order by " + order + " limit "
                        + limit)
                .params(params)
                .query(OpenTask::read)
                .list();
    }

    /** How many in each group, whatever group is chosen. */
    Map<DueStatus, Long> counts(Actor actor, TaskFilter filter, LocalDate today) {
        var counts = new EnumMap<DueStatus, Long>(DueStatus.class);
        for (var group : List.of(DueStatus.OVERDUE, DueStatus.TODAY, DueStatus.THIS_WEEK, DueStatus.LATER)) {
            counts.put(group, 0L);
        }
        for (var desk : desksOf(actor)) {
            var params = new ArrayList<Object>();
            var where = where(desk, filter, params);
            jdbc.sql("select due_key, count(*) as tasks from task where " + where + " group by due_key")
                    .params(params)
                    .query(row -> {
                        var group = DueStatus.of(row.getObject("due_key", LocalDate.class), today);
                        counts.merge(group, row.getLong("tasks"), Long::sum);
                    });
        }
        return counts;
    }

    /** The processes of which something waits, by id. */
    Map<String, String> processes(Actor actor) {
        var processes = new TreeMap<String, String>();
        for (var desk : desksOf(actor)) {
            var where = new StringBuilder("post = ? and desk_unit_id = ?");
            var params = new ArrayList<Object>(
                    List.of(desk.post().code(), desk.unit().value()));
            desk.narrow(where, params);
            jdbc.sql("select distinct process, process_name from task where " + where)
                    .params(params)
                    .query(row -> {
                        processes.put(row.getString("process"), row.getString("process_name"));
                    });
        }
        return processes;
    }

    /**
     * Two holdings of one post in one unit (two fields of responsibility) are one desk, and so is standing in for several holders of it.
     */
    private static Collection<Desk> desksOf(Actor actor) {
        var desks = new LinkedHashMap<String, Desk>();
        actor.holdings()
                .forEach(held ->
                        desks.put(held.post() + "@" + held.unit(), new Desk(held.post(), held.unit(), Set.of())));
        actor.standings()
                .forEach(standing -> desks.merge(
                        standing.post() + "@" + standing.unit(),
                        new Desk(standing.post(), standing.unit(), standing.processes()),
                        Desk::or));
        return desks.values();
    }

    private String where(Desk desk, TaskFilter filter, List<Object> params) {
        var where = new StringBuilder("post = ? and desk_unit_id = ?");
        params.add(desk.post().code());
        params.add(desk.unit().value());
        desk.narrow(where, params);
        if (filter.process() != null) {
            where.append(" and process = ?");
            params.add(filter.process());
        }
        if (filter.unit() != null) {
            where.append(" and dossier_unit_id = ?");
            params.add(unit(filter.unit()));
        }
        words(filter).forEach(word -> {
            where.append(" and exists (select 1 from task_word w where w.task_id = task.id and w.word like ?)");
            params.add(word + "%");
        });
        return where.toString();
    }

    private static List<String> words(TaskFilter filter) {
        return filter.q() == null ? List.of() : VietnameseText.asked(filter.q());
    }

    private static String after(TaskFilter filter, List<Object> params) {
        var cursor = filter.after();
        if (cursor == null) {
            return "";
        }
        if (filter.sort() == TaskFilter.Sort.DUE) {
            params.add(cursor.due());
            params.add(cursor.id());
            return " and (due_key, id) > (?, ?)";
        }
        params.add(Timestamp.from(cursor.createdAt()));
        params.add(cursor.id());
        return " and (created_at, id) < (?, ?)";
    }

    /** Nobody's number when the unit is unknown: an empty list is the true answer. */
    private long unit(String codeOrId) {
        return units.findByCode(codeOrId)
                .map(Unit::id)
                .map(UnitId::value)
                .orElseGet(() -> AddressId.is(codeOrId) ? Long.parseLong(codeOrId) : -1);
    }
}
