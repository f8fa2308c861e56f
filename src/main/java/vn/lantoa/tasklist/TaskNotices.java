package vn.lantoa.tasklist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Posts;

/** Tells the people of a desk what came to it, what was taken from it, and what was handed to them. */
@Component
class TaskNotices {

    /** By convention of our diagrams: the outcome that sends a thing back. */
    private static final String RETURN = "return";

    private static final String MANY = "work.many";

    private final Announcements announcements;
    private final Inbox inbox;
    private final ClosedTasks closed;
    private final Posts posts;
    private final Clock clock;

    TaskNotices(Announcements announcements, Inbox inbox, ClosedTasks closed, Posts posts, Clock clock) {
        this.announcements = announcements;
        this.inbox = inbox;
        this.closed = closed;
        this.posts = posts;
        this.clock = clock;
    }

    void opened(OpenTask task) {
        var returned =
                closed.lastOutcome(task.instance()).filter(RETURN::equals).isPresent();
        tell(task, returned ? "work.returned" : "work.opened");
    }

    /** Many at once: who got one is told of it, who got several is told once that they came. */
    void opened(Collection<OpenTask> tasks) {
        var came = new HashMap<PersonId, List<OpenTask>>();
        tasks.stream()
                .filter(task -> task.knownPost() != null && task.desk() != null)
                .collect(Collectors.groupingBy(OpenTask::knownPost))
                .forEach((post, ofPost) -> {
                    var desks = ofPost.stream().map(OpenTask::desk).toList();
                    var holders = posts.holdersOf(post, desks);
                    var substituted = posts.substituted(post, desks);
                    ofPost.forEach(task -> Stream.concat(
                                    holders.getOrDefault(task.desk(), List.of()).stream(),
                                    substituted.contains(task.desk()) ? deputies(task) : Stream.empty())
                            .distinct()
                            .forEach(person -> came.computeIfAbsent(person, first -> new ArrayList<>())
                                    .add(task)));
                });
        var news = new LinkedHashMap<PersonId, News>();
        var toldAlready = inbox.haveUnread(MANY, came.keySet());
        came.forEach((person, theirs) -> {
            if (theirs.size() == 1 || !toldAlready.contains(person)) {
                news.put(person, newsOf(theirs));
            }
        });
        announcements.tellEach(news);
    }

    private News newsOf(List<OpenTask> tasks) {
        var task = tasks.get(0);
        if (tasks.size() == 1) {
            return News.of(
                    task.dossier(), "work.opened", "task:" + task.id() + ":work.opened", task.name(), task.title());
        }
        return new News(MANY, List.of(task.name()), null, "/tasks", "many:" + task.id(), false);
    }

    private Stream<PersonId> deputies(OpenTask task) {
        return posts.deputiesFor(task.knownPost(), task.desk(), task.process()).stream()
                .map(Actor::id);
    }

    /** Whoever did it: nobody needs to be told of it any more. */
    void closed(OpenTask task) {
        announcements.settle(task.dossier(), "task:" + task.id() + ":");
    }

    /** Nobody did it: the dossier took another way. */
    void cancelled(OpenTask task) {
        tell(task, "work.cancelled");
    }

    void handedOver(OpenTask task, Actor by, Actor to) {
        var key = "task:" + task.id() + ":handed-over:" + clock.millis();
        announcements.tell(
                News.of(task.dossier(), "work.handed-over", key, task.name(), task.title(), by.name()),
                List.of(to.id()));
    }

    private void tell(OpenTask task, String kind) {
        var news = News.of(task.dossier(), kind, "task:" + task.id() + ":" + kind, task.name(), task.title());
        announcements.tell(news.yielding(), holders(task));
    }

    /** Those who hold the post, and who stands in for one of them. */
    private List<PersonId> holders(OpenTask task) {
        return task.knownPost() == null || task.desk() == null
                ? List.of()
                : Stream.concat(
                                posts.holdersOf(task.knownPost(), task.desk()).stream(),
                                posts.deputiesFor(task.knownPost(), task.desk(), task.process()).stream())
                        .map(Actor::id)
                        .toList();
    }
}
