package vn.lantoa.commendation.privacy;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.commendation.Consents;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NomineeErasure;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.PersonalDataErased;

/** What the leader approved is done: nothing, a correction, or the erasure. Called by the diagram. */
@Component
public class DataRequestProgress {

    private final DataRequestRows rows;
    private final NomineeErasure nominees;
    private final Consents consents;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DataRequestProgress(
            DataRequestRows rows,
            NomineeErasure nominees,
            Consents consents,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.nominees = nominees;
        this.consents = consents;
        this.audit = audit;
        this.events = events;
    }

    /** Carries out what was granted and ends the request; what was typed to do it is kept no longer. */
    @Transactional
    public void conclude(DossierKey dossier) {
        var request = rows.lock(DataRequestId.of(dossier));
        var granted = Boolean.TRUE.equals(request.granted());
        if (granted && request.kind() == DataRequest.Kind.CORRECT) {
            var correction = rows.correction(request.id());
            nominees.correct(request.nomination(), correction.name(), correction.birthYear(), correction.post());
        }
        if (granted && request.kind() == DataRequest.Kind.WITHDRAW) {
            consents.withdraw(request.nomination(), request.receivedOn());
        }
        if (granted && request.kind().erases()) {
            nominees.erase(null, request.nomination(), "request");
        }
        events.publishEvent(new PersonalDataErased(dossier));
        rows.concluded(request.id(), granted ? DataRequest.State.DONE : DataRequest.State.REFUSED);
        audit.record(
                "data-request.concluded",
                null,
                dossier.toString(),
                request.unit(),
                Map.of("kind", request.kind().name(), "granted", granted),
                Map.of());
    }

    /** The data of a nominee went for another reason: what a running correction says of the person goes too. */
    @EventListener
    void on(PersonalDataErased erased) {
        if (erased.dossier().type().equals(NominationId.DOSSIER)) {
            var nomination = NominationId.of(erased.dossier());
            rows.forgetCorrections(nomination);
            rows.of(nomination).forEach(request -> events.publishEvent(new PersonalDataErased(request.dossier())));
        }
    }
}
