package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Nominations: begun and taken back by the proposing unit, read by the levels they pass. */
@Component
public class Nominations {

    private final NominationRows rows;
    private final NomineeRows nominees;
    private final NominationFile file;
    private final Seasons seasons;
    private final AwardTitles titles;
    private final Processes processes;
    private final CommendationStory story;
    private final Units units;
    private final UnitSuccessions successions;
    private final Access access;
    private final Clock clock;

    Nominations(
            NominationRows rows,
            NomineeRows nominees,
            NominationFile file,
            Seasons seasons,
            AwardTitles titles,
            Processes processes,
            CommendationStory story,
            Units units,
            UnitSuccessions successions,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.nominees = nominees;
        this.file = file;
        this.seasons = seasons;
        this.titles = titles;
        this.processes = processes;
        this.story = story;
        this.units = units;
        this.successions = successions;
        this.access = access;
        this.clock = clock;
    }

    public Optional<Nomination> find(NominationId id) {
        return rows.find(id);
    }

    /**
     * The nomination for somebody who may read it; say so to {@link NomineeAccess} when its nominee is shown.
     *
     * @throws NotVisible when there is none, or not for this person
     */
    public Nomination see(Actor actor, NominationId id) {
        var found = rows.find(id).orElseThrow(() -> new NotVisible("nomination " + id));
        if (!mayRead(actor, found)) {
            throw new NotVisible("nomination " + id);
        }
        return found;
    }

    /** Whether this person may read it: who may see nominations of the proposing unit, or of the one it went on as. */
    public boolean mayRead(Actor actor, Nomination nomination) {
        return access.may(actor, Right.SEE_NOMINATION, successions.answering(nomination.proposer()));
    }

    /** The nomination people call so, e.g. {@code 2026-00012}. */
    public Optional<Nomination> findByNumber(String number) {
        return rows.findByNumber(number);
    }

    /** Several at once, by their ids; those that are none are left out. */
    public Map<NominationId, Nomination> findAll(Collection<NominationId> ids) {
        return rows.findAll(ids).stream().collect(Collectors.toUnmodifiableMap(Nomination::id, Function.identity()));
    }

    /** Who is nominated, by nomination. */
    public Map<NominationId, Nominee> nominees(Collection<NominationId> ids) {
        return nominees.findAll(ids);
    }

    /** What lies on a unit's desk in one of these states. */
    public List<Nomination> inState(UnitId at, long season, NominationState... states) {
        return rows.inState(at, season, states);
    }

    /** What a unit proposed in a season, the newest first. */
    public List<Nomination> proposedBy(UnitId unit, long season) {
        return rows.proposedBy(unit, season);
    }

    /** Begins a nomination as a draft of the proposing unit's officer. */
    @Transactional
    public CommendationOutcome start(Actor actor, StartNomination wanted) {
        access.require(actor, Right.SEE_NOMINATION, Right.PROPOSE_AWARD, wanted.proposer());
        var unit = units.find(wanted.proposer()).orElseThrow();
        var season = seasons.openFor(unit.id()).stream()
                .filter(one -> wanted.season() == null || one.id() == wanted.season())
                .findFirst();
        if (season.isEmpty()) {
            return CommendationOutcome.Conflict.of("nomination.conflict.no-season");
        }
        var today = LocalDate.now(clock);
        if (wanted.title() != null
                && titles.proposableBy(unit, today).stream()
                        .noneMatch(title -> title.code().equals(wanted.title()))) {
            return CommendationOutcome.Refused.at("title", "nomination.refused.title", unit.name());
        }
        var id = rows.insert(season.get().id(), season.get().year(), unit.id(), actor.id());
        file.begin(id, wanted);
        processes.start(Words.NOMINATION, id.dossier(), Map.of());
        story.nomination(rows.find(id).orElseThrow(), "opened", unit.id(), actor, Right.PROPOSE_AWARD, null);
        return new CommendationOutcome.Done(id.value());
    }

    /** Takes a nomination back before it is decided; with a reason that holds no name. */
    @Transactional
    public CommendationOutcome withdraw(Actor actor, NominationId id, String reason) {
        var seen = see(actor, id);
        access.require(actor, Right.SEE_NOMINATION, Right.PROPOSE_AWARD, successions.answering(seen.proposer()));
        if (reason == null || reason.isBlank() || reason.length() > 1000) {
            return CommendationOutcome.Refused.at("reason", "nomination.refused.reason");
        }
        var nomination = rows.lock(id);
        if (nomination.state().ended()) {
            return CommendationOutcome.Conflict.of("nomination.conflict.ended." + nomination.state());
        }
        if (!processes.tell(Words.WITHDRAWN, id.dossier(), Map.of())) {
            return CommendationOutcome.Conflict.of("nomination.conflict.ended." + nomination.state());
        }
        story.nomination(nomination, "withdrawn", nomination.proposer(), actor, Right.PROPOSE_AWARD, reason.strip());
        return new CommendationOutcome.Done(id.value());
    }
}
