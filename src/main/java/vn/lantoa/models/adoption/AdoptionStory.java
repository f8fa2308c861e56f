package vn.lantoa.models.adoption;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Tells what happened to an adoption beside its steps: to its timeline, to the audit trail, and to the unit on the other side. */
@Component
class AdoptionStory {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Timeline timeline;
    private final AuditTrail audit;
    private final Announcements announcements;
    private final Posts posts;
    private final Units units;
    private final UnitSuccessions successions;
    private final MessageSource messages;
    private final Clock clock;

    AdoptionStory(
            Timeline timeline,
            AuditTrail audit,
            Announcements announcements,
            Posts posts,
            Units units,
            UnitSuccessions successions,
            MessageSource messages,
            Clock clock) {
        this.timeline = timeline;
        this.audit = audit;
        this.announcements = announcements;
        this.posts = posts;
        this.units = units;
        this.successions = successions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An act on an adoption.
     *
     * @param act message {@code timeline.model-adoption.<act>}, audit {@code model-adoption.<act>}
     * @param right by which the actor does it; null when the house itself acts
     */
    void tell(Adoption adoption, String act, Actor actor, Right right, String note, String... details) {
        timeline.tell(
                adoption.id().dossier(),
                "timeline.model-adoption." + act,
                actor,
                asWhat(actor, right),
                adoption.unit(),
                note,
                details);
        audit.record(
                "model-adoption." + act,
                actor,
                adoption.id().dossier().toString(),
                adoption.unit(),
                Map.of("kind", adoption.kind().value()),
                Map.of());
    }

    /** What became of it is told where nobody has a step of it: to who invited, and to the unit that a superior did not agree with. */
    void ended(Adoption adoption, AdoptionState end) {
        var whom = end == AdoptionState.REFUSED ? adoption.unit() : adoption.invitedBy();
        if (whom == null || end == AdoptionState.TAKEN_BACK || end == AdoptionState.JOINED) {
            return;
        }
        var desk = successions.answering(whom);
        var dossier = adoption.id().dossier();
        announcements.tell(
                News.of(
                        dossier,
                        "model-adoption." + end,
                        dossier + ":" + end + ":" + clock.millis(),
                        adoption.kindName(),
                        nameOf(adoption.unit())),
                posts.holdersOf(Post.OFFICER, desk).stream().map(Actor::id).toList());
    }

    String nameOf(UnitId unit) {
        return units.find(unit).map(one -> one.name()).orElse("");
    }

    /** Post and unit for which the actor acts, in words; null for the house itself. */
    String asWhat(Actor actor, Right right) {
        return actor == null || right == null
                ? null
                : actor.holdings().stream()
                        .filter(holding -> right.posts().contains(holding.post()))
                        .findFirst()
                        .map(this::inWords)
                        .orElse(null);
    }

    private String inWords(Holding holding) {
        var code = holding.post().code();
        return messages.getMessage("post." + code, null, code, VIETNAMESE) + ", " + nameOf(holding.unit());
    }
}
