package vn.lantoa.models.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;

/** The yearly dossiers: one a unit and year, opened by the unit's officer. */
@Component
public class SafetyFiles {

    static final String PROCESS = "safety-standard";
    static final String OVERDUE = "Message_safetyOverdue";
    static final String DECIDED = "Message_safetyDecided";

    private final SafetyFileRows rows;
    private final SafetyRules rules;
    private final SafetyNotices notices;
    private final UnitSuccessions successions;
    private final Access access;
    private final Processes processes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SafetyFiles(
            SafetyFileRows rows,
            SafetyRules rules,
            SafetyNotices notices,
            UnitSuccessions successions,
            Access access,
            Processes processes,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.notices = notices;
        this.successions = successions;
        this.access = access;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens the file of a year and puts its registration on the officer's desk.
     *
     * @param year one of {@link #openable}
     * @throws vn.lantoa.organization.NotAllowed for who is no officer of this unit
     */
    @Transactional
    public SafetyOutcome open(Actor actor, UnitId unit, Integer year) {
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, unit);
        if (year == null || !openable().contains(year)) {
            return SafetyOutcome.Refused.at(
                    "year",
                    "safety.refused.year",
                    String.join(", ", openable().stream().map(String::valueOf).toList()));
        }
        // Two officers of one unit wait for each other here.
        jdbc.sql("select id from unit where id = ? for update")
                .param(unit.value())
                .query(Long.class)
                .single();
        var standing = rows.standing(unit, year);
        if (standing.isPresent()) {
            return SafetyOutcome.Refused.taken(
                    "year",
                    "safety.refused.second",
                    Integer.toString(year),
                    standing.get().id().toString());
        }
        var id = rows.insert(unit, year, rules.term("SEND", year).day(), actor.id());
        notices.opened(id, unit, year, actor);
        audit.record("safety-file.opened", actor, id.dossier().toString(), unit, Map.of("year", year), Map.of());
        processes.start(PROCESS, id.dossier(), Map.of());
        return new SafetyOutcome.Done(id.value());
    }

    /** The years for which a file may be opened today: those whose window has begun and that are not over. */
    public List<Integer> openable() {
        var today = LocalDate.now(clock);
        return IntStream.rangeClosed(today.getYear(), today.getYear() + 1)
                .filter(year -> rules.window(SafetyObject.DN, year)
                        .filter(window -> !window.from().isAfter(today))
                        .isPresent())
                .boxed()
                .toList();
    }

    /**
     * One file.
     *
     * @throws NotVisible when there is none for the person
     */
    public SafetyFile find(Actor actor, SafetyFileId id) {
        return rows.find(id)
                .filter(file -> visibleTo(file, actor))
                .orElseThrow(() -> new NotVisible("safety file " + id));
    }

    /**
     * The files of a unit, the newest year first.
     *
     * @throws NotVisible when the person does not see the unit's models
     */
    public List<SafetyFile> of(Actor actor, UnitId unit) {
        if (!access.may(actor, Right.SEE_MODEL, unit)) {
            throw new NotVisible("safety files of unit " + unit);
        }
        return rows.of(unit);
    }

    /** The file that stands for a unit and year, for a caller that has made sure that the person may read it. */
    Optional<SafetyFile> standing(UnitId unit, int year) {
        return rows.standing(unit, year);
    }

    boolean visibleTo(SafetyFile file, Actor actor) {
        return access.may(actor, Right.SEE_MODEL, successions.answering(file.unit()));
    }
}
