package vn.lantoa.models.exemplar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitsMerged;

/** What the leader decided is done: the exemplar stands in the register, or it is written down that there is none yet. Called by the diagram. */
@Component
public class ExemplarProgress {

    /** The decision names its leader in the story of the dossier; the row is the house's. */
    private static final PersonId HOUSE = PersonId.of(0);

    private final ExemplarRequestRows requests;
    private final ExemplarRows exemplars;
    private final Exemplars register;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExemplarProgress(
            ExemplarRequestRows requests,
            ExemplarRows exemplars,
            Exemplars register,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.exemplars = exemplars;
        this.register = register;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Ends a proposal as the leader decided. */
    @Transactional
    public void conclude(DossierKey dossier) {
        var request = requests.lock(ExemplarRequestId.of(dossier));
        var named = request.object() != null;
        if (named) {
            exemplars.insert(
                    request.year(),
                    request.unit(),
                    register.levelOf(request.unit()),
                    request.object(),
                    request.lessons(),
                    request.decisionNumber(),
                    request.decidedOn(),
                    request.id(),
                    null,
                    HOUSE);
        }
        requests.ended(request.id(), named ? ExemplarRequest.State.NAMED : ExemplarRequest.State.NONE);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("year", request.year());
        facts.put("object", named ? request.object().kind().name() : "NONE");
        audit.record(
                named ? "exemplar.named" : "exemplar.none", null, dossier.toString(), request.unit(), facts, Map.of());
    }

    /** One unit goes on as another: what runs and what is named this year is the other's. */
    @EventListener
    void on(UnitsMerged merged) {
        exemplars.move(merged.from(), merged.into(), LocalDate.now(clock).getYear());
        requests.move(merged.from(), merged.into())
                .forEach(id -> events.publishEvent(new DossierChanged(id.dossier())));
    }
}
