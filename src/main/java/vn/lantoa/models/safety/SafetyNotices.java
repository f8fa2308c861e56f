package vn.lantoa.models.safety;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Tells a unit how its file was decided and that it fell overdue, and writes both into the file's story. */
@Component
class SafetyNotices {

    private final Announcements announcements;
    private final Timeline timeline;
    private final Posts posts;
    private final Units units;
    private final UnitSuccessions successions;
    private final Clock clock;

    SafetyNotices(
            Announcements announcements,
            Timeline timeline,
            Posts posts,
            Units units,
            UnitSuccessions successions,
            Clock clock) {
        this.announcements = announcements;
        this.timeline = timeline;
        this.posts = posts;
        this.units = units;
        this.successions = successions;
        this.clock = clock;
    }

    /** @param actor who entered it and need not be told */
    void decided(SafetyFile file, SafetyDecision decision, SafetyResult result, Actor actor) {
        var dossier = file.id().dossier();
        timeline.tell(
                dossier,
                "timeline.safety-file." + result,
                actor,
                null,
                file.unit(),
                null,
                decision.number(),
                SafetyWords.day(decision.decidedOn()),
                decision.issuer());
        tell(file, "safety." + result, actor, dossier + ":decided", Post.OFFICER, Post.LEADER);
    }

    /** @param actor who corrected it and need not be told */
    void corrected(SafetyFile file, SafetyDecision decision, SafetyCorrections.Correction right, Actor actor) {
        var dossier = file.id().dossier();
        timeline.tell(
                dossier,
                "timeline.safety-file.corrected-" + right.result(),
                actor,
                null,
                file.unit(),
                right.reason().strip(),
                decision.number(),
                SafetyWords.day(decision.decidedOn()),
                decision.issuer());
        var key = dossier + ":corrected:" + clock.millis();
        tell(file, "safety.corrected-" + right.result(), actor, key, Post.OFFICER, Post.LEADER);
    }

    /** That it was sent is known from the decision alone: the list says so. */
    void sentByList(SafetyFile file, SafetyDecision decision, Actor actor) {
        timeline.tell(
                file.id().dossier(),
                "timeline.safety-file.sent-by-list",
                actor,
                null,
                file.unit(),
                null,
                decision.number(),
                SafetyWords.day(decision.decidedOn()));
    }

    void overdue(SafetyFile file) {
        timeline.tell(
                file.id().dossier(),
                "timeline.safety-file.overdue",
                null,
                null,
                file.unit(),
                null,
                SafetyWords.day(file.sendBy()));
        tell(file, "safety.overdue", null, file.id().dossier() + ":overdue:" + file.sendBy(), Post.LEADER);
    }

    private void tell(SafetyFile file, String kind, Actor actor, String key, Post... told) {
        var desk = successions.answering(file.unit());
        announcements.tell(
                News.of(file.id().dossier(), kind, key, name(file.unit()), Integer.toString(file.year())),
                Stream.of(told)
                        .flatMap(post -> posts.holdersOf(post, desk).stream())
                        .map(Actor::id)
                        .filter(one -> actor == null || !one.equals(actor.id()))
                        .distinct()
                        .toList());
    }

    private String name(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }

    /** What a file's story begins with. */
    void opened(SafetyFileId file, UnitId unit, int year, Actor actor) {
        timeline.tell(file.dossier(), "timeline.safety-file.opened", actor, null, unit, null, Integer.toString(year));
    }
}
