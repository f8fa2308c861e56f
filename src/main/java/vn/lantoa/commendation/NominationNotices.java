package vn.lantoa.commendation;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Tells the proposing unit how a level ended its nomination, and the level that it, or the nominee's consent, was taken back; by number, never by name. */
@Component
class NominationNotices {

    private static final Set<String> TO_PROPOSER =
            Set.of("level-FORWARDED", "level-REJECTED", "level-NOT_THIS_TIME", "awaits-decision");

    private static final Set<String> TO_LEVEL = Set.of("withdrawn", "consent-withdrawn");

    private final Announcements announcements;
    private final Posts posts;
    private final Units units;
    private final UnitSuccessions successions;
    private final Clock clock;

    NominationNotices(Announcements announcements, Posts posts, Units units, UnitSuccessions successions, Clock clock) {
        this.announcements = announcements;
        this.posts = posts;
        this.units = units;
        this.successions = successions;
        this.clock = clock;
    }

    /**
     * Tells of an act, in its transaction.
     *
     * @param unit where it happened
     * @param actor who did it and need not be told, null when the house did
     */
    void tell(Nomination nomination, String act, UnitId unit, Actor actor) {
        UnitId whom = null;
        if (TO_LEVEL.contains(act)) {
            whom = nomination.at();
        } else if (TO_PROPOSER.contains(act) && !unit.equals(nomination.proposer())) {
            whom = nomination.proposer();
        }
        if (whom == null) {
            return;
        }
        var desk = successions.answering(whom);
        var dossier = nomination.id().dossier();
        var where = units.find(unit).map(one -> one.name()).orElse("");
        announcements.tell(
                News.of(
                        dossier,
                        "nomination." + act,
                        dossier + ":" + act + ":" + clock.millis(),
                        nomination.number(),
                        where),
                Stream.of(Post.OFFICER, Post.LEADER)
                        .flatMap(post -> posts.holdersOf(post, desk).stream())
                        .filter(one -> actor == null || !one.id().equals(actor.id()))
                        .map(Actor::id)
                        .distinct()
                        .toList());
    }
}
