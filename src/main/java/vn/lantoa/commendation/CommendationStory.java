package vn.lantoa.commendation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Tells what happened to a season or a nomination beside the steps: to the dossier's timeline and to the audit trail, never a name. */
@Component
class CommendationStory {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Timeline timeline;
    private final AuditTrail audit;
    private final NominationNotices notices;
    private final Units units;
    private final MessageSource messages;

    CommendationStory(
            Timeline timeline, AuditTrail audit, NominationNotices notices, Units units, MessageSource messages) {
        this.timeline = timeline;
        this.audit = audit;
        this.notices = notices;
        this.units = units;
        this.messages = messages;
    }

    /**
     * An act on a nomination.
     *
     * @param act message {@code timeline.nomination.<act>}, audit {@code nomination.<act>}
     * @param unit where it happened
     * @param right by which the actor does it; null when the house itself acts
     */
    void nomination(
            Nomination nomination, String act, UnitId unit, Actor actor, Right right, String note, String... details) {
        var dossier = nomination.id().dossier();
        timeline.tell(dossier, "timeline.nomination." + act, actor, inWords(actor, right), unit, note, details);
        notices.tell(nomination, act, unit, actor);
        Map<String, Object> facts = new HashMap<>();
        facts.put("number", nomination.number());
        facts.put("season", nomination.season());
        audit.record("nomination." + act, actor, dossier.toString(), unit, facts, Map.of());
    }

    /** An act on a season. */
    void season(Season season, String act, Actor actor, Right right, String note, String... details) {
        timeline.tell(
                season.dossier(), "timeline.season." + act, actor, inWords(actor, right), season.root(), note, details);
        audit.record(
                "season." + act,
                actor,
                season.dossier().toString(),
                season.root(),
                Map.of("year", season.year()),
                Map.of());
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
