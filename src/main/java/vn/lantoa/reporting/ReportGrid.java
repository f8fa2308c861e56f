package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** "Biểu tổng hợp nhập thay": the reports of a unit's direct subordinates as one table, a row a unit, a column an indicator. */
@Component
public class ReportGrid {

    private static final Comparator<Row> BY_NAME = Comparator.comparing(row -> VietnameseText.sortKey(row.name()));

    private final ReportRows rows;
    private final Statements statements;
    private final IndicatorCatalogue catalogue;
    private final StepDesk steps;
    private final Units units;
    private final Access access;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    ReportGrid(
            ReportRows rows,
            Statements statements,
            IndicatorCatalogue catalogue,
            StepDesk steps,
            Units units,
            Access access,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.rows = rows;
        this.statements = statements;
        this.catalogue = catalogue;
        this.steps = steps;
        this.units = units;
        this.access = access;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** A column: one figure of an indicator. */
    public record Column(String key, String section, String sectionTitle, String name, String measure) {

        /** As the header of the file has it, so that it can be read back: {@code D3 – Tổ tự quản (tổ)}. */
        public String title() {
            return key + " – " + name + " (" + measure + ")";
        }

        /** The indicator's code for the eye; which dimension it is, the name says. */
        public String code() {
            return key.split("\\.")[0];
        }
    }

    /**
     * A row: one unit's report.
     *
     * @param cells what the cells say, by key; a key that its report does not ask is not there
     * @param open whether it can be filled in now
     */
    public record Row(
            ReportId report,
            UnitId unit,
            String code,
            String name,
            ReportState state,
            Map<String, String> cells,
            boolean open) {}

    /**
     * The table.
     *
     * @param notAsked how many subordinates have no report of the period yet
     */
    public record Table(Unit superior, ReportingPeriod period, List<Column> columns, List<Row> rows, int notAsked) {

        /** The reports that may be filled in now. */
        public List<ReportId> open() {
            return rows.stream().filter(Row::open).map(Row::report).toList();
        }

        /** The same with the columns of one section only; all of them for null. */
        public Table of(String section) {
            var kept = columns.stream()
                    .filter(column -> section == null || column.section().equals(section))
                    .toList();
            return new Table(superior, period, kept, rows, notAsked);
        }

        /** The same with the columns alone in which some row says something. */
        public Table said() {
            var kept = columns.stream()
                    .filter(column -> rows.stream()
                            .anyMatch(row ->
                                    !row.cells().getOrDefault(column.key(), "").isEmpty()))
                    .toList();
            return new Table(superior, period, kept, rows, notAsked);
        }
    }

    /** The units whose subordinates' reports this person may fill in. */
    public List<Unit> superiors(Actor actor) {
        access.require(actor, Right.ENTER_FOR_UNIT);
        return actor.unitsAs(Post.OFFICER).stream()
                .sorted()
                .flatMap(unit -> units.find(unit).stream())
                .toList();
    }

    /**
     * The table of one superior's subordinates.
     *
     * @throws NotVisible when the person is no officer there
     */
    @Transactional(readOnly = true)
    public Table of(Actor actor, UnitId superior, ReportingPeriod period) {
        access.require(actor, Right.ENTER_FOR_UNIT);
        if (!actor.holds(Post.OFFICER, superior)) {
            throw new NotVisible("grid of unit " + superior);
        }
        var below = units.subordinatesOf(superior, LocalDate.now(clock));
        var reports = reports(below, period);
        var asked = reports.stream().map(Report::unit).collect(Collectors.toSet());
        var notAsked =
                (int) below.stream().filter(unit -> !asked.contains(unit.id())).count();
        return new Table(units.find(superior).orElseThrow(), period, columns(reports), rows(actor, reports), notAsked);
    }

    /** Those reports of a superior's subordinates that somebody chooses, for reading. */
    Table read(UnitId superior, ReportingPeriod period, Predicate<Report> chosen) {
        var reports = reports(units.subordinatesOf(superior, LocalDate.now(clock)), period).stream()
                .filter(chosen)
                .toList();
        var read = reports.stream().map(this::read).sorted(BY_NAME).toList();
        return new Table(units.find(superior).orElseThrow(), period, columns(reports), read, 0);
    }

    /**
     * The table of one report alone, for whoever works for its unit.
     *
     * @throws vn.lantoa.organization.NotAllowed when the person only reads it
     */
    @Transactional(readOnly = true)
    public Table of(Actor actor, ReportId id) {
        var report = rows.find(id).orElseThrow(() -> new NotVisible("report " + id));
        access.require(actor, Right.SEE_REPORT, Right.DO_TASK, report.unit());
        return new Table(
                units.find(report.unit()).orElseThrow(),
                report.period(),
                columns(List.of(report)),
                rows(actor, List.of(report)),
                0);
    }

    /** The step at which this person would fill the report in. */
    static String stepFor(Actor actor, Report report) {
        return actor.holds(Post.OFFICER, report.unit()) ? UnitReport.DRAFT : UnitReport.ENTER;
    }

    private List<Report> reports(List<Unit> below, ReportingPeriod period) {
        if (below.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from report where period = :period and unit_id in (:units)")
                .param("period", period.key())
                .param("units", below.stream().map(unit -> unit.id().value()).toList())
                .query(Report::read)
                .list();
    }

    private List<Column> columns(List<Report> reports) {
        var columns = new LinkedHashMap<String, Column>();
        var lists = reports.stream()
                .map(Report::list)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (var list : lists) {
            for (var indicator : catalogue.frozen(list)) {
                if (indicator.derived() == null) {
                    indicator.keys().forEach(key -> columns.putIfAbsent(key, column(indicator, key)));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private Column column(Indicator indicator, String key) {
        var dot = key.indexOf('.');
        var recipient = dot < 0
                ? ""
                : ", "
                        + messages.getMessage(
                                "report.recipient." + key.substring(dot + 1),
                                null,
                                java.util.Locale.forLanguageTag("vi"));
        return new Column(
                key,
                indicator.section(),
                indicator.section() + ". " + indicator.sectionTitle(),
                indicator.name() + recipient,
                indicator.unit());
    }

    private List<Row> rows(Actor actor, List<Report> reports) {
        return reports.stream()
                .map(report -> row(report, stated(actor, report), fillable(actor, report)))
                .sorted(BY_NAME)
                .toList();
    }

    /** What was handed in, for reading only. */
    private Row read(Report report) {
        return row(
                report, statements.of(report.id(), report.revision()).figures().asAnswers(), false);
    }

    private Row row(Report report, Map<?, ?> stated, boolean open) {
        var unit = units.find(report.unit()).orElseThrow();
        var cells = new LinkedHashMap<String, String>();
        for (var indicator : catalogue.frozen(report.list())) {
            if (indicator.derived() == null) {
                indicator.keys().forEach(key -> cells.put(key, FigureText.write(stated.get(key))));
            }
        }
        return new Row(report.id(), unit.id(), unit.code(), unit.name(), report.state(), cells, open);
    }

    /** With this person's draft, where the step is this person's; else what was handed in last. */
    private Map<?, ?> stated(Actor actor, Report report) {
        var typed = steps.open(actor, report.id().dossier(), stepFor(actor, report))
                .map(opened -> opened.data().get("figures"));
        if (typed.isPresent() && typed.get() instanceof Map<?, ?> figures) {
            return figures;
        }
        return statements.of(report.id(), report.revision()).figures().asAnswers();
    }

    private boolean fillable(Actor actor, Report report) {
        return steps.open(actor, report.id().dossier(), stepFor(actor, report)).isPresent()
                || ReportAct.ENTER.possible(report) && access.may(actor, Right.ENTER_FOR_UNIT, report.unit());
    }

    /** Those of a table that may be filled in by it. */
    static Set<ReportId> reportsOf(Table table) {
        return table.rows().stream().map(Row::report).collect(Collectors.toSet());
    }

    static List<String> keysOf(Table table) {
        return new ArrayList<>(table.columns().stream().map(Column::key).toList());
    }
}
