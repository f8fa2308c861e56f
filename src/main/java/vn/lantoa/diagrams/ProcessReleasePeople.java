package vn.lantoa.diagrams;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.UnitId;

/** Who is told of drafts and releases: the leader of the root, and the administrators. */
@Component
class ProcessReleasePeople {

    private final Posts posts;
    private final Announcements announcements;

    ProcessReleasePeople(Posts posts, Announcements announcements) {
        this.posts = posts;
        this.announcements = announcements;
    }

    /** Everybody who may release what this root answers for, without those named. */
    Set<PersonId> releasers(UnitId root, Collection<PersonId> without) {
        var people = new LinkedHashSet<PersonId>();
        for (var post : List.of(Post.LEADER, Post.ADMINISTRATOR)) {
            posts.holdersOf(post, root).stream().map(Actor::id).forEach(people::add);
        }
        people.removeAll(without);
        return people;
    }

    void tell(String kind, ProcessDraft draft, Collection<PersonId> people, String name, String more) {
        tell(
                kind,
                "/process-drafts/" + draft.id() + "/release",
                draft.id() + ":" + draft.version(),
                people,
                name,
                more);
    }

    void tell(String kind, String link, String key, Collection<PersonId> people, String name, String more) {
        announcements.tell(
                new News("process." + kind, List.of(name, more), null, link, "process:" + kind + ":" + key, false),
                people);
    }
}
