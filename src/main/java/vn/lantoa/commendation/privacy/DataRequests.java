package vn.lantoa.commendation.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.NomineeExtract;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Requests about the data of nominees: recorded by the unit that proposed, answered and carried out by its process. */
@Component
public class DataRequests {

    static final String PROCESS = "personal-data-request";

    private final DataRequestRows rows;
    private final DataTerms terms;
    private final Nominations nominations;
    private final NomineeExtract extract;
    private final NomineeAccess readings;
    private final Units units;
    private final UnitSuccessions successions;
    private final Access access;
    private final Processes processes;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Clock clock;

    DataRequests(
            DataRequestRows rows,
            DataTerms terms,
            Nominations nominations,
            NomineeExtract extract,
            NomineeAccess readings,
            Units units,
            UnitSuccessions successions,
            Access access,
            Processes processes,
            Timeline timeline,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.nominations = nominations;
        this.extract = extract;
        this.readings = readings;
        this.units = units;
        this.successions = successions;
        this.access = access;
        this.processes = processes;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what was asked and puts it on the officer's desk.
     *
     * @param nomination the number of the nomination as people call it
     * @throws vn.lantoa.organization.NotAllowed for who proposes nowhere
     */
    @Transactional
    public DataRequestOutcome record(
            Actor actor, String nomination, DataRequest.Kind kind, LocalDate receivedOn, DataRequest.Channel channel) {
        access.require(actor, Right.PROPOSE_AWARD);
        var found = nominations.findByNumber(nomination == null ? "" : nomination.strip());
        if (found.isEmpty()
                || !access.may(actor, Right.SEE_NOMINATION, found.get().proposer())) {
            return DataRequestOutcome.Refused.at("nomination", "privacy.refused.nomination");
        }
        var unit = answering(found.get());
        access.require(actor, Right.SEE_NOMINATION, Right.PROPOSE_AWARD, unit);
        var today = LocalDate.now(clock);
        if (kind == null) {
            return DataRequestOutcome.Refused.at("kind", "privacy.refused.kind");
        }
        if (channel == null) {
            return DataRequestOutcome.Refused.at("channel", "privacy.refused.channel");
        }
        if (receivedOn == null || receivedOn.isAfter(today) || receivedOn.isBefore(today.minusYears(1))) {
            return DataRequestOutcome.Refused.at("receivedOn", "privacy.refused.received");
        }
        var running = rows.running(found.get().id(), kind);
        if (running.isPresent()) {
            return DataRequestOutcome.Refused.at(
                    "nomination", "privacy.refused.running", running.get().id().toString());
        }
        return new DataRequestOutcome.Done(start(actor, found.get(), unit, kind, receivedOn, channel));
    }

    private DataRequestId start(
            Actor actor,
            Nomination nomination,
            UnitId unit,
            DataRequest.Kind kind,
            LocalDate receivedOn,
            DataRequest.Channel channel) {
        var id = rows.insert(
                kind,
                nomination.id(),
                unit,
                receivedOn,
                channel,
                terms.end(DataTerms.FIRST_ANSWER, receivedOn, receivedOn),
                terms.end(kind.name(), receivedOn, receivedOn),
                actor.id());
        timeline.tell(id.dossier(), "timeline.data-request.recorded", actor, null, unit, null, nomination.number());
        audit.record(
                "data-request.recorded",
                actor,
                id.dossier().toString(),
                unit,
                Map.of("kind", kind.name(), "nomination", nomination.id().value()),
                Map.of());
        processes.start(PROCESS, id.dossier(), Map.of());
        return id;
    }

    /**
     * One request.
     *
     * @throws NotVisible when there is none for the person
     */
    public DataRequest find(Actor actor, DataRequestId id) {
        return rows.find(id)
                .filter(request -> visibleTo(request, actor))
                .orElseThrow(() -> new NotVisible("data request " + id));
    }

    /** What the person's units answer, what runs first. */
    public List<DataRequest> of(Actor actor) {
        return rows.of(actor.units()).stream()
                .filter(request -> visibleTo(request, actor))
                .toList();
    }

    /** The units in which the person may record a request. */
    public List<Unit> recordingFor(Actor actor) {
        return actor.unitsAs(Post.OFFICER).stream()
                .flatMap(unit -> units.find(unit).stream())
                .toList();
    }

    boolean visibleTo(DataRequest request, Actor actor) {
        return access.may(actor, Right.SEE_NOMINATION, request.unit());
    }

    /** A unit that was merged answers no more: the one it went on as does. */
    private UnitId answering(Nomination nomination) {
        return successions.answering(nomination.proposer());
    }

    /**
     * All that is held about the nominee, to be handed to who asked for it. The reading is logged.
     *
     * @throws NotVisible when there is no such request for the person, or it is not being carried out
     */
    @Transactional
    public NomineeExtract.Held extract(Actor actor, DataRequestId id) {
        var request = find(actor, id);
        access.require(actor, Right.SEE_NOMINATION, Right.PROPOSE_AWARD, request.unit());
        if (request.kind() != DataRequest.Kind.ACCESS || request.state() != DataRequest.State.CARRYING_OUT) {
            throw new NotVisible("extract of data request " + id);
        }
        readings.log(actor, List.of(request.nomination()), "extract");
        return extract.of(request.nomination());
    }

    /** Whether the person carries this request out. */
    boolean answers(DataRequest request, Actor actor) {
        return access.may(actor, Right.PROPOSE_AWARD, request.unit());
    }
}
