package vn.lantoa.models;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Units;

/** Tells what happened to a site beside its steps: to the dossier's timeline and to the audit trail. */
@Component
class SiteStory {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Timeline timeline;
    private final AuditTrail audit;
    private final Units units;
    private final MessageSource messages;

    SiteStory(Timeline timeline, AuditTrail audit, Units units, MessageSource messages) {
        this.timeline = timeline;
        this.audit = audit;
        this.units = units;
        this.messages = messages;
    }

    /**
     * An act on a site.
     *
     * @param act message {@code timeline.model-site.<act>}, audit {@code model-site.<act>}
     * @param right by which the actor does it; null when the house itself acts
     */
    void site(ModelSite site, String act, Actor actor, Right right, String note, String... details) {
        var dossier = site.id().dossier();
        timeline.tell(dossier, "timeline.model-site." + act, actor, inWords(actor, right), site.unit(), note, details);
        Map<String, Object> facts = new HashMap<>();
        facts.put("number", site.number());
        audit.record("model-site." + act, actor, dossier.toString(), site.unit(), facts, Map.of());
    }

    /** An act on a kind: message {@code timeline.model-kind.<act>}, audit {@code model-kind.<act>}. */
    void kind(ModelKind kind, String act, Actor actor, String detail) {
        var dossier = new DossierKey("model-kind", kind.id().toString());
        timeline.tell(dossier, "timeline.model-kind." + act, actor, null, kind.keeper(), null, detail);
        audit.record("model-kind." + act, actor, dossier.toString(), kind.keeper(), Map.of(), Map.of("detail", detail));
    }

    private String inWords(Actor actor, Right right) {
        return actor == null || right == null
                ? null
                : actor.holdings().stream()
                        .filter(holding -> right.posts().contains(holding.post()))
                        .findFirst()
                        .map(this::inWords)
                        .orElse(null);
    }

    private String inWords(Holding holding) {
        var post = messages.getMessage(
                "post." + holding.post().code(), null, holding.post().code(), VIETNAMESE);
        return post + ", " + units.find(holding.unit()).orElseThrow().name();
    }
}
