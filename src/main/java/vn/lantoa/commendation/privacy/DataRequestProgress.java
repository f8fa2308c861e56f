package vn.lantoa.commendation.privacy;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.commendation.NomineeErasure;
import vn.lantoa.dossier.DossierKey;

/** What the leader approved is done: nothing, a correction, or the erasure. Called by the diagram. */
@Component
public class DataRequestProgress {

    private final DataRequestRows rows;
    private final NomineeErasure nominees;
    private final AuditTrail audit;

    DataRequestProgress(
            DataRequestRows rows, NomineeErasure nominees, AuditTrail audit) {
        this.rows = rows;
        this.nominees = nominees;
        this.audit = audit;
    }

    /** Carries out what was granted and ends the request. */
    @Transactional
    public void conclude(DossierKey dossier) {
        var request = rows.lock(DataRequestId.of(dossier));
        var granted = Boolean.TRUE.equals(request.granted());
        if (granted && request.kind() == DataRequest.Kind.CORRECT) {
            var correction = rows.correction(request.id());
            nominees.correct(request.nomination(), correction.name(), correction.birthYear(), correction.post());
        }
        if (granted && request.kind().erases()) {
            nominees.erase(null, request.nomination(), "request");
            rows.forgetCorrections(request.nomination());
        }
        rows.concluded(request.id(), granted ? DataRequest.State.DONE : DataRequest.State.REFUSED);
        audit.record(
                "data-request.concluded",
                null,
                dossier.toString(),
                request.unit(),
                Map.of("kind", request.kind().name(), "granted", granted),
                Map.of());
    }
}
