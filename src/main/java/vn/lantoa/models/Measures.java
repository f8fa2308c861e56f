package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Suspending, resuming, closing, revoking, raising a level: proposed by an officer with a reason, decided by a leader. */
@Component
public class Measures {

    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final SiteRows rows;
    private final Recognitions recognitions;
    private final Processes processes;
    private final SiteStory story;
    private final Units units;
    private final UnitSuccessions successions;
    private final Access access;
    private final Clock clock;

    Measures(
            JdbcClient jdbc,
            SiteRows rows,
            Recognitions recognitions,
            Processes processes,
            SiteStory story,
            Units units,
            UnitSuccessions successions,
            Access access,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.recognitions = recognitions;
        this.processes = processes;
        this.story = story;
        this.units = units;
        this.successions = successions;
        this.access = access;
        this.clock = clock;
    }

    /** Whether this person may propose something for the site: the officer of its unit, or of a superior. */
    public boolean proposes(Actor actor, ModelSite site) {
        return access.may(actor, Right.SPREAD_MODEL, site.unit());
    }

    /** What can be proposed of a site as it stands. */
    public List<Measure.Kind> possible(ModelSite site) {
        return open(site.id()).isPresent()
                ? List.of()
                : Arrays.stream(Measure.Kind.values())
                        .filter(kind -> kind.possibleIn(site.state()))
                        .filter(kind -> decider(site, kind).isPresent())
                        .toList();
    }

    /** The codes of reasons offered today for a measure. */
    public List<String> reasons(Measure.Kind kind) {
        return jdbc.sql("select reason from model_measure_reason where measure = :measure and offered = true"
                        + " and valid_from <= :on and (valid_to is null or valid_to >= :on) order by reason")
                .param("measure", kind.name())
                .param("on", LocalDate.now(clock))
                .query(String.class)
                .list();
    }

    /** Everything ever proposed for a site, the newest first. */
    public List<Measure> of(SiteId site) {
        return jdbc.sql("select * from model_measure where site_id = ? order by id desc")
                .param(site.value())
                .query(Measures::read)
                .list();
    }

    /** The one nobody has decided yet. */
    public Optional<Measure> open(SiteId site) {
        return of(site).stream().filter(one -> one.agreed() == null).findFirst();
    }

    /** Puts a measure before the leader who decides. */
    @Transactional
    public SiteOutcome propose(Actor actor, SiteId id, Measure.Kind kind, String reasonCode, String reason) {
        var site = rows.find(id).orElseThrow(() -> new NotVisible("model site " + id));
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, site.unit());
        site = rows.lock(id);
        if (kind == null) {
            return SiteOutcome.Refused.at("measure", "models.refused.measure");
        }
        if (!reasons(kind).contains(reasonCode)) {
            return SiteOutcome.Refused.at("reasonCode", "models.refused.reason-code");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return SiteOutcome.Refused.at("reason", "models.refused.reason");
        }
        if (!kind.possibleIn(site.state())) {
            return SiteOutcome.Conflict.of("models.conflict.measure." + kind);
        }
        var decider = decider(site, kind);
        if (decider.isEmpty()) {
            return SiteOutcome.Conflict.of("models.conflict.highest");
        }
        if (open(id).isPresent()) {
            return SiteOutcome.Conflict.of("models.conflict.measure-open");
        }
        insert(id, kind, reasonCode, reason.strip(), decider.get(), actor.id());
        var told = processes.tell(
                Words.MEASURE, id.dossier(), Map.of("measure", kind.name(), "raising", kind == Measure.Kind.RAISE));
        if (!told) {
            throw new IllegalStateException(id.dossier() + " waits for no measure");
        }
        story.site(site, "proposed-" + kind, actor, Right.SPREAD_MODEL, reason.strip());
        return new SiteOutcome.Done(id.value());
    }

    /** The leader's decision on what is open; {@code number} and {@code on} null when refused or sent back. */
    void decided(SiteId site, boolean agreed, String number, LocalDate on) {
        jdbc.sql(
                        "update model_measure set agreed = ?, decision_number = ?, decided_on = ? where site_id = ? and agreed is null")
                .params(agreed, number, on, site.value())
                .update();
    }

    /** The level that decides is the one of the recognition in force; a higher recognition is the next level's. */
    private Optional<UnitId> decider(ModelSite site, Measure.Kind kind) {
        var issuer = recognitions.highest(site.id()).map(one -> successions.answering(one.issuer()));
        return kind == Measure.Kind.RAISE ? issuer.flatMap(units::superiorOf) : issuer;
    }

    private void insert(SiteId site, Measure.Kind kind, String reasonCode, String reason, UnitId decider, PersonId by) {
        jdbc.sql(
                        """
                        insert into model_measure (site_id, measure, reason_code, reason, decider_id, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(site.value(), kind.name(), reasonCode, reason, decider.value(), by.value())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static Measure read(ResultSet row, int n) throws SQLException {
        return new Measure(
                row.getLong("id"),
                Measure.Kind.valueOf(row.getString("measure")),
                row.getString("reason_code"),
                row.getString("reason"),
                UnitId.of(row.getLong("decider_id")),
                PersonId.of(row.getLong("proposed_by")),
                row.getObject("agreed", Boolean.class),
                row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class));
    }
}
