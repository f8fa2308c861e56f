package vn.lantoa.reporting;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Tells a unit's officer and leader what others did with their report, and the superior's officer when it is taken back. */
@Component
class ReportNotices {

    private static final Set<String> TOLD =
            Set.of("returned", "locked", "withdrawn", "extended", "reopened", "entry-begun", "entered");

    private final Announcements announcements;
    private final Posts posts;
    private final Units units;
    private final Clock clock;

    ReportNotices(Announcements announcements, Posts posts, Units units, Clock clock) {
        this.announcements = announcements;
        this.posts = posts;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Tells of an act, in its transaction.
     *
     * @param act as {@link ReportStory} names it
     * @param actor who did it and need not be told, null when the house did
     * @param details what the sentence says after the title
     */
    void tell(Report report, String act, Actor actor, String... details) {
        if (!TOLD.contains(act)) {
            return;
        }
        var whom = Stream.concat(peopleOf(report.unit()), act.equals("withdrawn") ? superior(report) : Stream.empty())
                .filter(one -> actor == null || !one.id().equals(actor.id()))
                .map(Actor::id)
                .toList();
        var title = "Báo cáo " + report.period().title() + " – "
                + units.find(report.unit()).map(Unit::name).orElse("");
        var all = Stream.concat(Stream.of(title), Stream.of(details)).toArray(String[]::new);
        var dossier = report.id().dossier();
        announcements.tell(News.of(dossier, "report." + act, dossier + ":" + act + ":" + clock.millis(), all), whom);
    }

    private Stream<Actor> peopleOf(UnitId unit) {
        return Stream.of(Post.OFFICER, Post.LEADER).flatMap(post -> peopleOf(post, unit));
    }

    private Stream<Actor> peopleOf(Post post, UnitId unit) {
        return Stream.concat(
                posts.holdersOf(post, unit).stream(), posts.deputiesFor(post, unit, UnitReport.PROCESS).stream());
    }

    /** It lay before the superior only when it had been sent. */
    private Stream<Actor> superior(Report report) {
        return Optional.of(report).filter(one -> one.state() == ReportState.SENT).stream()
                .flatMap(one -> units.superiorOf(one.unit()).stream())
                .flatMap(unit -> peopleOf(Post.OFFICER, unit));
    }
}
