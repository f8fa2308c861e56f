package vn.lantoa.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** Reports of many units opened together, for a campaign: what {@link Reports#open} does for one, with a handful of statements for all. */
@Component
public class ReportBatch {

    private final ReportRules rules;
    private final Deadlines deadlines;
    private final CutOffs cutOffs;
    private final IndicatorCatalogue catalogue;
    private final Processes processes;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ReportBatch(
            ReportRules rules,
            Deadlines deadlines,
            CutOffs cutOffs,
            IndicatorCatalogue catalogue,
            Processes processes,
            Timeline timeline,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.cutOffs = cutOffs;
        this.catalogue = catalogue;
        this.processes = processes;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** The day of one level that is judged, and what a day off does to it (ROLL, STRICT, BACK). */
    public record LevelDue(LocalDate lastDay, String onDayOff) {

        private static LevelDue of(Deadlines.Due due) {
            return new LevelDue(due.lastDay(), due.onDayOff());
        }

        boolean rolls() {
            return due().rolls();
        }

        private Deadlines.Due due() {
            return new Deadlines.Due(lastDay, onDayOff);
        }
    }

    /**
     * What is the same for all reports of a campaign, or of a period of the past, fixed when it is opened.
     *
     * @param list the frozen list of indicators
     * @param dues the day of each level
     */
    public record Frame(ReportingPeriod period, LocalDate from, LocalDate to, long list, Map<Integer, LevelDue> dues) {}

    /** One unit that is asked, as it stood in the tree on the reference date; parent null for a root. */
    public record Asked(UnitId unit, UnitId parent, int level, String path) {}

    /**
     * What a campaign that is opened on this day asks for, and by when.
     *
     * @return empty when the period is none, or has not begun; a level without a date has none in {@code dues}
     */
    @Transactional
    public Optional<Frame> frame(ReportingPeriod period, Collection<Integer> levels, LocalDate today) {
        return rules.spanOf(period).filter(span -> !span.from().isAfter(today)).map(span -> {
            var dues = new TreeMap<Integer, LevelDue>();
            for (var level : levels) {
                deadlines.dueOf(period, level, today).ifPresent(due -> dues.put(level, LevelDue.of(due)));
            }
            var askedOn = period.kind() == ReportingPeriod.Kind.SPAN ? today : span.to();
            var list = catalogue.freeze(catalogue.inForce(period.kind(), askedOn), today);
            return new Frame(period, span.from(), span.to(), list, dues);
        });
    }

    /**
     * Opens what is not open yet; what somebody opened by hand is taken as it is. In the caller's transaction, all or nothing.
     *
     * @param by who opened the campaign, null for the house
     * @param inWhoseCampaign the name of its root, for the story of each report
     * @return the report of each unit, opened now or found
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UnitId, ReportId> open(Frame frame, List<Asked> asked, PersonId by, String inWhoseCampaign) {
        var units = asked.stream().map(Asked::unit).toList();
        var known = reportsOf(units, frame.period());
        var fresh = asked.stream()
                .filter(one -> !known.containsKey(one.unit()))
                .collect(Collectors.toMap(Asked::unit, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        if (fresh.isEmpty()) {
            return known;
        }
        insert(frame, fresh.values(), by);
        var all = reportsOf(units, frame.period());
        var opened = new LinkedHashMap<UnitId, ReportId>();
        fresh.keySet().forEach(unit -> opened.put(unit, all.get(unit)));
        freezeCutOffs(frame, fresh, opened);
        tell(frame, opened, by, inWhoseCampaign);
        processes.startAll(
                UnitReport.PROCESS,
                opened.entrySet().stream()
                        .map(one -> new Processes.Start(
                                one.getValue().dossier(),
                                Map.of(
                                        UnitReport.UNIT_LEVEL,
                                        fresh.get(one.getKey()).level())))
                        .toList());
        return all;
    }

    private Map<UnitId, ReportId> reportsOf(List<UnitId> units, ReportingPeriod period) {
        var found = new HashMap<UnitId, ReportId>();
        if (!units.isEmpty()) {
            // By unit: while a period is new the database's statistics know nothing of it, and its index of periods
            // looks better than it is.
            jdbc.sql("select id, unit_id from report where period || '' = :period and unit_id in (:units)")
                    .param("period", period.key())
                    .param("units", units.stream().map(UnitId::value).toList())
                    .query(row -> {
                        found.put(UnitId.of(row.getLong("unit_id")), ReportId.of(row.getLong("id")));
                    });
        }
        return found;
    }

    private void insert(Frame frame, Collection<Asked> asked, PersonId by) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into report (unit_id, period, period_from, period_to, parent_id, level_no, path, list_id, state,
                draft_state, revision, due, on_day_off, days_late, entered_by_superior, opened_at, opened_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'DRAFTING', 'DRAFTING', 0, ?, ?, 0, false, ?, ?)""",
                asked.stream()
                        .map(one -> new Object[] {
                            one.unit().value(),
                            frame.period().key(),
                            frame.from(),
                            frame.to(),
                            one.parent() == null ? null : one.parent().value(),
                            one.level(),
                            one.path(),
                            frame.list(),
                            frame.dues().get(one.level()).lastDay(),
                            frame.dues().get(one.level()).onDayOff(),
                            now,
                            by == null ? null : by.value()
                        })
                        .toList());
    }

    private void freezeCutOffs(Frame frame, Map<UnitId, Asked> asked, Map<UnitId, ReportId> opened) {
        frame.dues().forEach((level, due) -> {
            var ofLevel = opened.entrySet().stream()
                    .filter(one -> asked.get(one.getKey()).level() == level)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            cutOffs.freezeAll(ofLevel, frame.period(), level, due.due());
        });
    }

    private void tell(Frame frame, Map<UnitId, ReportId> opened, PersonId by, String inWhoseCampaign) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into report_submission (report_id, revision, step, act, reason, new_date, acted_by, acted_at)
                values (?, 0, null, 'opened', null, null, ?, ?)""",
                opened.values().stream()
                        .map(report -> new Object[] {report.value(), by == null ? null : by.value(), now})
                        .toList());
        var dossiers = new LinkedHashMap<DossierKey, UnitId>();
        opened.forEach((unit, report) -> dossiers.put(report.dossier(), unit));
        timeline.tellAll(
                dossiers, "timeline.report.asked", null, null, frame.period().title(), inWhoseCampaign);
    }
}
