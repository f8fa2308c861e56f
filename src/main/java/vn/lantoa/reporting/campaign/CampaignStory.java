package vn.lantoa.reporting.campaign;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** Tells what happened to a campaign: to its timeline and to the audit trail. */
@Component
class CampaignStory {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Timeline timeline;
    private final AuditTrail audit;
    private final Units units;
    private final MessageSource messages;

    CampaignStory(Timeline timeline, AuditTrail audit, Units units, MessageSource messages) {
        this.timeline = timeline;
        this.audit = audit;
        this.units = units;
        this.messages = messages;
    }

    /**
     * Tells an act.
     *
     * @param act message {@code timeline.campaign.<act>}, audit {@code campaign.<act>}
     * @param actor null when the house itself acts
     * @param right by which the actor does it, so that the timeline names the post
     * @param note what the person wrote, null when nothing
     */
    void tell(Campaign campaign, String act, Actor actor, Right right, String note, Map<String, Object> facts) {
        timeline.tell(
                campaign.id().dossier(),
                "timeline.campaign." + act,
                actor,
                actor == null ? null : inWords(actor, right),
                campaign.root(),
                note,
                campaign.period().title(),
                String.valueOf(facts.getOrDefault("missing", "")));
        audit.record(
                "campaign." + act,
                actor,
                campaign.id().dossier().toString(),
                campaign.root(),
                facts,
                note == null ? Map.of() : Map.of("reason", note));
    }

    private String inWords(Actor actor, Right right) {
        return actor.holdings().stream()
                .filter(holding -> right.posts().contains(holding.post()))
                .findFirst()
                .map(holding -> messages.getMessage(
                                "post." + holding.post().code(),
                                null,
                                holding.post().code(),
                                VIETNAMESE)
                        + ", "
                        + units.find(holding.unit()).map(Unit::name).orElse(""))
                .orElse(null);
    }
}
