package vn.lantoa.models.exemplar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The duty of at least one exemplar a year (table {@code exemplar_duty}): who owes, who has none yet, and asking them. */
@Component
public class ExemplarDuties {

    static final String PROCESS = "exemplar-request";

    private static final String OWING =
            """
            select u.id, u.name, d.minimum, d.legal_basis from unit u
            join exemplar_duty d on d.unit_kind = u.kind and d.valid_from <= :today and (d.valid_to is null or d.valid_to >= :today)
            where u.closed_on is null and u.id not in (select p.unit_id from practice_unit p)
             and exists (select 1 from unit_closure c where c.descendant_id = u.id and c.ancestor_id in (:branches))
            order by u.sort_key, u.id""";

    private final JdbcClient jdbc;
    private final Exemplars exemplars;
    private final ExemplarRequestRows requests;
    private final Access access;
    private final Processes processes;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Clock clock;

    ExemplarDuties(
            JdbcClient jdbc,
            Exemplars exemplars,
            ExemplarRequestRows requests,
            Access access,
            Processes processes,
            Timeline timeline,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.exemplars = exemplars;
        this.requests = requests;
        this.access = access;
        this.processes = processes;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One unit that owes.
     *
     * @param has how many it named or confirmed for this year
     * @param running the proposal that is open, null for none
     * @param asks whether the person may ask it now
     */
    public record Line(
            UnitId unit, String name, int minimum, String basis, int has, ExemplarRequest running, boolean asks) {

        public boolean met() {
            return has >= minimum;
        }
    }

    private record Owing(UnitId unit, String name, int minimum, String basis) {

        static Owing read(ResultSet row, int n) throws SQLException {
            return new Owing(
                    UnitId.of(row.getLong("id")),
                    row.getString("name"),
                    row.getInt("minimum"),
                    row.getString("legal_basis"));
        }
    }

    /** Who owes this year in the branches of the person's own units, those that have none yet first. */
    @Transactional(readOnly = true)
    public List<Line> of(Actor actor) {
        var branches = actor.branchIds(Right.SEE_MODEL);
        if (branches.isEmpty()) {
            return List.of();
        }
        var has = exemplars.of(actor, year()).stream()
                .collect(Collectors.groupingBy(shown -> shown.exemplar().unit(), Collectors.counting()));
        var owing = jdbc.sql(OWING)
                .param("today", LocalDate.now(clock))
                .param("branches", branches)
                .query(Owing::read)
                .list();
        var running = requests.running(owing.stream().map(Owing::unit).toList(), year());
        return owing.stream()
                .map(one -> line(actor, one, has.getOrDefault(one.unit(), 0L).intValue(), running.get(one.unit())))
                .sorted(Comparator.comparing(Line::met))
                .toList();
    }

    private Line line(Actor actor, Owing owing, int has, ExemplarRequest running) {
        var asks = has < owing.minimum() && running == null && access.may(actor, Right.SPREAD_MODEL, owing.unit());
        return new Line(owing.unit(), owing.name(), owing.minimum(), owing.basis(), has, running, asks);
    }

    /** How many days are left of this year, today among them. */
    public long daysLeft() {
        var today = LocalDate.now(clock);
        return ChronoUnit.DAYS.between(today, endOfYear()) + 1;
    }

    public LocalDate endOfYear() {
        return LocalDate.of(year(), 12, 31);
    }

    public int year() {
        return LocalDate.now(clock).getYear();
    }

    /**
     * Puts a proposal on the desk of each of these units that has no exemplar and no open proposal this year; the others are left out.
     *
     * @param due by when; from today to the end of the year
     */
    @Transactional
    public ExemplarOutcome ask(Actor actor, Collection<UnitId> asked, LocalDate due) {
        access.require(actor, Right.SPREAD_MODEL);
        for (var unit : asked) {
            access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, unit);
        }
        if (due == null || due.isBefore(LocalDate.now(clock)) || due.isAfter(endOfYear())) {
            return new ExemplarOutcome.Refused("due", "exemplar.refused.due");
        }
        var opened = new ArrayList<ExemplarRequestId>();
        for (var unit : asked.stream().distinct().sorted().toList()) {
            hold(unit);
            if (requests.running(unit, year()).isEmpty() && lacks(unit)) {
                opened.add(open(actor, unit, askingUnit(actor, unit), due));
            }
        }
        return opened.isEmpty()
                ? new ExemplarOutcome.Conflict("exemplar.conflict.asked")
                : new ExemplarOutcome.Done(opened);
    }

    /** Whether a unit has fewer than it owes; who owes nothing may be asked while it has none. */
    private boolean lacks(UnitId unit) {
        var has = exemplars.ofUnit(unit, year()).size();
        var owes = jdbc.sql(
                        "select d.minimum from exemplar_duty d join unit u on u.kind = d.unit_kind where u.id = :unit"
                                + " and d.valid_from <= :today and (d.valid_to is null or d.valid_to >= :today)")
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .optional();
        return owes.map(minimum -> has < minimum).orElse(has == 0);
    }

    /** Begins a proposal of the own unit, of its own accord. */
    @Transactional
    public ExemplarOutcome propose(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, unit);
        hold(unit);
        return requests.running(unit, year()).isPresent()
                ? new ExemplarOutcome.Conflict("exemplar.conflict.running")
                : new ExemplarOutcome.Done(List.of(open(actor, unit, null, endOfYear())));
    }

    /** The proposal of a year that runs in a unit. */
    public Optional<ExemplarRequest> running(UnitId unit) {
        return requests.running(unit, year());
    }

    private ExemplarRequestId open(Actor actor, UnitId unit, UnitId askedBy, LocalDate due) {
        var id = requests.insert(unit, year(), askedBy, due, actor.id());
        timeline.tell(
                id.dossier(),
                askedBy == null ? "timeline.exemplar-request.begun" : "timeline.exemplar-request.asked",
                actor,
                null,
                askedBy == null ? unit : askedBy,
                null);
        audit.record("exemplar.asked", actor, id.dossier().toString(), unit, Map.of("year", year()), Map.of());
        processes.start(PROCESS, id.dossier(), Map.of());
        return id;
    }

    /** The unit in which the person has the right that reaches the one that is asked; null when it is the same. */
    private static UnitId askingUnit(Actor actor, UnitId unit) {
        return actor.holdings().stream()
                .filter(holding -> Right.SPREAD_MODEL.posts().contains(holding.post()))
                .map(Holding::unit)
                .filter(own -> !own.equals(unit))
                .findFirst()
                .orElse(null);
    }

    /** Two who ask the same unit at once wait for each other. */
    private void hold(UnitId unit) {
        jdbc.sql("select id from unit where id = ? for update")
                .param(unit.value())
                .query(Long.class)
                .single();
    }
}
