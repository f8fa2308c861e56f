package vn.lantoa.models;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;

/** Tells the officers and leaders of a site's unit what others decided about it, and reminds of reviews. */
@Component
class SiteNotices {

    private final Announcements announcements;
    private final Posts posts;
    private final Clock clock;

    SiteNotices(Announcements announcements, Posts posts, Clock clock) {
        this.announcements = announcements;
        this.posts = posts;
        this.clock = clock;
    }

    /** Something happened to it: message {@code notice.model-site.<what>} with the site's number, its name and {@code details}. */
    void tell(ModelSite site, String what, String... details) {
        write(site, what, site.id().dossier() + ":" + what + ":" + clock.millis(), details);
    }

    /** A missed review is reminded of, once each time: {@code nth} is 1 or 2. */
    void remind(ModelSite site, int nth) {
        write(
                site,
                "reminder-" + nth,
                site.id().dossier() + ":review:" + site.reviewDue() + ":" + nth,
                SiteWords.day(site.reviewDue()));
    }

    private void write(ModelSite site, String what, String key, String... details) {
        var told = Stream.concat(Stream.of(site.number(), site.name()), List.of(details).stream())
                .toArray(String[]::new);
        announcements.tell(
                News.of(site.id().dossier(), "model-site." + what, key, told),
                Stream.of(Post.OFFICER, Post.LEADER)
                        .flatMap(post -> posts.holdersOf(post, site.unit()).stream())
                        .map(Actor::id)
                        .distinct()
                        .toList());
    }
}
