package vn.lantoa.commendation;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Tells the proposing unit how a level ended its nomination, and the level that it was taken back; by number, never by name. */
@Component
class NominationNotices {

    private static final Set<String> TO_PROPOSER =
            Set.of("level-FORWARDED", "level-REJECTED", "level-NOT_THIS_TIME", "awaits-decision");

    private final Inbox inbox;
    private final People people;
    private final Units units;
    private final Clock clock;

    NominationNotices(Inbox inbox, People people, Units units, Clock clock) {
        this.inbox = inbox;
        this.people = people;
        this.units = units;
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
        if (act.equals("withdrawn")) {
            whom = nomination.at();
        } else if (TO_PROPOSER.contains(act) && !unit.equals(nomination.proposer())) {
            whom = nomination.proposer();
        }
        if (whom == null) {
            return;
        }
        var desk = units.answering(whom);
        var dossier = nomination.id().dossier();
        var where = units.find(unit).map(one -> one.name()).orElse("");
        inbox.tell(
                News.of(
                        dossier,
                        "nomination." + act,
                        dossier + ":" + act + ":" + clock.millis(),
                        nomination.number(),
                        where),
                Stream.of(Post.OFFICER, Post.LEADER)
                        .flatMap(post -> people.holdersOf(post, desk).stream())
                        .filter(one -> actor == null || !one.id().equals(actor.id()))
                        .map(Actor::id)
                        .distinct()
                        .toList());
    }
}
