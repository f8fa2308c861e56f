package vn.lantoa.models.adoption;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Invitations of many units begun together, by a handful of statements for all of them; none reads more than the units it is about. */
@Component
class AdoptionBatch {

    /** What was found about one unit, and what was begun. */
    record Found(Invitations.Result result, AdoptionId adoption) {}

    /** Whether a unit {@code u} runs a site of the kind, or has begun to take it over. */
    private static final String APPLIES =
            "exists (select 1 from model_site s where s.unit_id = u.id and s.kind_id = :kind and s.state not in (:ended))";

    private static final String OPEN =
            "exists (select 1 from model_adoption a where a.unit_id = u.id and a.open_kind_id = :kind)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AdoptionTerms terms;
    private final AdoptionStory story;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Processes processes;
    private final Clock clock;

    AdoptionBatch(
            JdbcClient jdbc,
            JdbcTemplate batches,
            AdoptionTerms terms,
            AdoptionStory story,
            Timeline timeline,
            AuditTrail audit,
            Processes processes,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.terms = terms;
        this.story = story;
        this.timeline = timeline;
        this.audit = audit;
        this.processes = processes;
        this.clock = clock;
    }

    /** The unit of this id or code. */
    Optional<UnitId> named(String name) {
        var byId = AddressId.is(name);
        return jdbc.sql("select id from unit where " + (byId ? "id = ?" : "upper(code) = upper(?)"))
                .param(byId ? (Object) Long.parseLong(name) : name)
                .query(Long.class)
                .optional()
                .map(UnitId::of);
    }

    /** Units of a level below the inviter that neither apply the kind nor have begun to, in the order of names. */
    List<UnitId> notYetBegun(UnitId inviter, KindId kind, int level, int most) {
        return jdbc.sql(
                        "select u.id from unit_closure c join unit u on u.id = c.descendant_id where c.ancestor_id = :inviter"
                                + " and u.id <> :inviter and u.level = :level and u.valid_to is null and not " + APPLIES
                                + " and not " + OPEN + " order by u.sort_key, u.id limit " + most)
                .param("inviter", inviter.value())
                .param("kind", kind.value())
                .param("level", level)
                .param("ended", ended())
                .query((row, n) -> UnitId.of(row.getLong(1)))
                .list();
    }

    /** Invites those that can be, all or nothing; says of each what was found. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UnitId, Found> begin(Actor actor, Invitations.Wanted wanted, List<UnitId> units) {
        var found = found(wanted, units);
        var fresh = found.entrySet().stream()
                .filter(one -> one.getValue().result() == Invitations.Result.INVITED)
                .map(Map.Entry::getKey)
                .toList();
        if (fresh.isEmpty()) {
            return found;
        }
        insert(actor, wanted, fresh);
        var begun = openOf(wanted.kind(), fresh);
        begun.forEach((unit, id) -> found.put(unit, new Found(Invitations.Result.INVITED, id)));
        tell(actor, wanted, begun);
        processes.startAll(
                Words.PROCESS,
                begun.values().stream()
                        .map(id -> new Processes.Start(id.dossier(), Map.of(Words.OPENING, Words.INVITED)))
                        .toList());
        return found;
    }

    private Map<UnitId, Found> found(Invitations.Wanted wanted, List<UnitId> units) {
        var found = new LinkedHashMap<UnitId, Found>();
        jdbc.sql("select u.id, u.valid_to, " + OPEN + " as opened, " + APPLIES + " as applied,"
                        + " exists (select 1 from unit_closure c where c.ancestor_id = :inviter and c.descendant_id = u.id) as below"
                        + " from unit u where u.id in (:units)")
                .param("inviter", wanted.inviter().value())
                .param("kind", wanted.kind().value())
                .param("ended", ended())
                .param("units", units.stream().map(UnitId::value).toList())
                .query(row -> {
                    var unit = UnitId.of(row.getLong("id"));
                    var result = Invitations.Result.INVITED;
                    if (!row.getBoolean("below")) {
                        result = Invitations.Result.NOT_IN_BRANCH;
                    } else if (unit.equals(wanted.inviter())) {
                        result = Invitations.Result.ITSELF;
                    } else if (row.getObject("valid_to") != null) {
                        result = Invitations.Result.CLOSED;
                    } else if (row.getBoolean("opened")) {
                        result = Invitations.Result.OPEN_ALREADY;
                    } else if (row.getBoolean("applied")) {
                        result = Invitations.Result.APPLIES_ALREADY;
                    }
                    found.put(unit, new Found(result, null));
                });
        return found;
    }

    private void insert(Actor actor, Invitations.Wanted wanted, List<UnitId> units) {
        var now = Timestamp.from(clock.instant());
        var due = terms.due(AdoptionState.INVITED, LocalDate.now(clock));
        batches.batchUpdate(
                "insert into model_adoption (kind_id, open_kind_id, source_site_id, unit_id, invited_by, started_by, opened_at,"
                        + " state, due) values (?, ?, ?, ?, ?, ?, ?, 'INVITED', ?)",
                units.stream()
                        .map(unit -> new Object[] {
                            wanted.kind().value(),
                            wanted.kind().value(),
                            wanted.source() == null ? null : wanted.source().value(),
                            unit.value(),
                            wanted.inviter().value(),
                            actor.id().value(),
                            now,
                            due
                        })
                        .toList());
    }

    private Map<UnitId, AdoptionId> openOf(KindId kind, Collection<UnitId> units) {
        var open = new LinkedHashMap<UnitId, AdoptionId>();
        jdbc.sql(
                        "select id, unit_id from model_adoption where open_kind_id = :kind and unit_id in (:units) order by id")
                .param("kind", kind.value())
                .param("units", units.stream().map(UnitId::value).toList())
                .query(row -> {
                    open.put(UnitId.of(row.getLong("unit_id")), AdoptionId.of(row.getLong("id")));
                });
        return open;
    }

    private void tell(Actor actor, Invitations.Wanted wanted, Map<UnitId, AdoptionId> begun) {
        var dossiers = new LinkedHashMap<DossierKey, UnitId>();
        begun.forEach((unit, id) -> dossiers.put(id.dossier(), unit));
        timeline.tellAll(dossiers, "timeline.model-adoption.invited", actor, story.asWhat(actor, Right.SPREAD_MODEL));
        audit.record(
                "model-adoption.invited",
                actor,
                "model-kind:" + wanted.kind(),
                wanted.inviter(),
                Map.of("kind", wanted.kind().value(), "units", begun.size()),
                Map.of());
    }

    private static List<String> ended() {
        return SiteState.ENDED.stream().map(Enum::name).toList();
    }
}
