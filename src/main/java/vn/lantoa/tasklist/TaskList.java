package vn.lantoa.tasklist;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** Reads lists from the task table: for each desk the index gives the next rows, and the desks are merged. */
@Component
class TaskList {

    private static final int MOST_WORDS = 8;

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
            jdbc.sql("select distinct process, process_name from task where post = ? and desk_unit_id = ?")
                    .params(desk.post().code(), desk.unit().value())
                    .query(row -> {
                        processes.put(row.getString("process"), row.getString("process_name"));
                    });
        }
        return processes;
    }

    /** Two holdings of one post in one unit (two fields of responsibility) are one desk. */
    private static List<Holding> desksOf(Actor actor) {
        var seen = new HashSet<String>();
        return actor.holdings().stream()
                .filter(holding -> seen.add(holding.post() + "@" + holding.unit()))
                .toList();
    }

    private String where(Holding desk, TaskFilter filter, List<Object> params) {
        var where = new StringBuilder("post = ? and desk_unit_id = ?");
        params.add(desk.post().code());
        params.add(desk.unit().value());
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
        return filter.q() == null
                ? List.of()
                : VietnameseText.words(filter.q()).stream()
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
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
                .orElseGet(() -> codeOrId.matches("\\d{1,18}") ? Long.parseLong(codeOrId) : -1);
    }
}
