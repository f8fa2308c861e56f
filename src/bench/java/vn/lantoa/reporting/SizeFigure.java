package vn.lantoa.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.House;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;

/** What a report leaves in the database from its opening to its acceptance, in rows and bytes: for the page on sizing. */
public final class SizeFigure {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** By where the rows stand; the first that fits counts. */
    private static final Map<String, String> GROUPS = groups();

    private record Size(double rows, double bytes) {

        Size minus(Size other) {
            return new Size(rows - other.rows, bytes - other.bytes);
        }
    }

    private final House house;
    private final Findings findings;
    private final Tasklist tasklist;

    public SizeFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
        this.tasklist = house.bean(Tasklist.class);
    }

    /**
     * Measures a report's way.
     *
     * @param units grassroots units with an open report each
     * @param opened reports the database grew by since {@code empty}
     * @param empty what {@link #now} gave before the reports were opened
     */
    public void measure(List<UnitId> units, long opened, Map<String, Object> empty) {
        var open = now();
        units.forEach(this::accepted);
        var accepted = now();
        findings.show(
                "What a report leaves in PostgreSQL",
                String.format(
                        Locale.ROOT,
                        "%,d reports opened, %,d of them with %d figures handed in, approved and accepted; tables with their indexes.%n%n%s",
                        opened,
                        units.size(),
                        figures().size(),
                        table(empty, open, accepted, opened, units.size())));
    }

    /** Rows and bytes by group, after the statistics were taken. */
    public Map<String, Object> now() {
        house.jdbc().sql("vacuum full analyze").update();
        var sizes = new LinkedHashMap<String, Object>();
        GROUPS.keySet().forEach(group -> sizes.put(group, new Size(0, 0)));
        house.jdbc()
                .sql("select relname, reltuples, pg_total_relation_size(oid) size from pg_class where relkind = 'r'"
                        + " and relnamespace = 'public'::regnamespace")
                .query((row, n) -> Map.entry(
                        row.getString("relname"),
                        new Size(Math.max(0, row.getDouble("reltuples")), row.getDouble("size"))))
                .list()
                .forEach(one -> sizes.merge(
                        group(one.getKey()),
                        one.getValue(),
                        (a, b) -> new Size(((Size) a).rows + ((Size) b).rows, ((Size) a).bytes + ((Size) b).bytes)));
        return sizes;
    }

    private void accepted(UnitId unit) {
        var officer = house.officerOf(unit);
        var task = tasklist.openFor(officer, TaskFilter.everything()).items().get(0);
        complete(officer, task, "submit", Map.of("figures", figures(), "leadership", "Duy trì phong trào tại cơ sở."));
        var name = officer.username().substring("canbo.".length());
        var leader = house.actor("lanhdao." + name);
        complete(
                leader,
                tasklist.openFor(leader, TaskFilter.everything()).items().get(0),
                "approve",
                Map.of());
        var superior = house.officerOf(house.bean(Units.class).superiorOf(unit).orElseThrow());
        var received = tasklist.openFor(superior, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(task.dossier()))
                .findFirst()
                .orElseThrow();
        complete(superior, received, "accept", Map.of());
    }

    private void complete(Actor actor, TaskView task, String outcome, Map<String, Object> answers) {
        var done = tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
        if (!(done instanceof Completion.Completed)) {
            throw new IllegalStateException(outcome + ": " + done);
        }
    }

    private static Map<String, Object> figures() {
        return List.of("A1", "A2", "A3", "B1", "B3", "B4", "B5", "B6", "B7", "D1", "D2", "D3", "D4", "D5", "D6")
                .stream()
                .collect(Collectors.toMap(code -> code, code -> Map.of("value", 7)));
    }

    private static String table(
            Map<String, Object> empty,
            Map<String, Object> open,
            Map<String, Object> accepted,
            long opened,
            int walked) {
        var text = new StringBuilder(String.format(
                "%-28s %14s %14s %14s %14s%n", "", "rows, opened", "kB, opened", "rows, accepted", "kB, accepted"));
        var rows = new double[4];
        for (var group : GROUPS.keySet()) {
            var opening = ((Size) open.get(group)).minus((Size) empty.get(group));
            var way = ((Size) accepted.get(group)).minus((Size) open.get(group));
            var line = new double[] {
                opening.rows / opened, opening.bytes / opened / 1024, way.rows / walked, way.bytes / walked / 1024
            };
            for (var i = 0; i < line.length; i++) {
                rows[i] += line[i];
            }
            text.append(line(group, line));
        }
        return text.append(line("in all", rows)).toString();
    }

    private static String line(String name, double[] numbers) {
        return String.format(
                Locale.ROOT,
                "%-28s %14.1f %14.1f %14.1f %14.1f%n",
                name,
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3]);
    }

    private static String group(String table) {
        return GROUPS.entrySet().stream()
                .filter(group -> table.matches(group.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Map<String, String> groups() {
        var groups = new LinkedHashMap<String, String>();
        groups.put("reports and their figures", "report.*|campaign.*");
        groups.put("task list, story, notices", "task.*|closed_task|decision_fact|story.*|dossier.*|notice.*|step.*");
        groups.put("audit trail", "audit.*");
        groups.put("engine, running", "act_ru_.*");
        groups.put("engine, history", "act_hi_.*");
        groups.put("all else", ".*");
        return groups;
    }
}
