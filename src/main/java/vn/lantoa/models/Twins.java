package vn.lantoa.models;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Two units that propose the same model: the same kind and, without diacritics, the same name and place. Told and linked, not forbidden. */
@Component
class Twins {

    private final JdbcClient jdbc;
    private final SiteRows rows;
    private final SiteIndex search;
    private final ModelRules rules;
    private final Announcements announcements;
    private final SiteStory story;
    private final SiteWords words;
    private final Posts posts;
    private final Units units;
    private final Clock clock;

    Twins(
            JdbcClient jdbc,
            SiteRows rows,
            SiteIndex search,
            ModelRules rules,
            Announcements announcements,
            SiteStory story,
            SiteWords words,
            Posts posts,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.search = search;
        this.rules = rules;
        this.announcements = announcements;
        this.story = story;
        this.words = words;
        this.posts = posts;
        this.units = units;
        this.clock = clock;
    }

    /** Kind, name or place were written anew: it is found by other words. */
    void described(SiteId id) {
        search.index(id);
    }

    /** Why a unit may not propose the same again so soon after it was rejected; empty when it may. */
    Optional<FieldError> bannedUntil(ModelSite site, KindId kind, String name, String place) {
        var asked = new ModelSite(
                site.id(),
                site.number(),
                kind,
                site.unit(),
                name,
                place,
                site.host(),
                site.state(),
                site.stateSince(),
                site.recognisedLevel(),
                site.groups(),
                site.members(),
                site.reviewDue(),
                site.reminded(),
                site.source(),
                site.draftedBy());
        var today = LocalDate.now(clock);
        return rows.twins(asked).stream()
                .filter(twin -> twin.unit().equals(site.unit()) && twin.state() == SiteState.REJECTED)
                .map(twin -> rows.endedOn(twin.id()).plusMonths(rules.number("RESUBMISSION_MONTHS", today)))
                .filter(today::isBefore)
                .max(LocalDate::compareTo)
                .map(day -> words.error("outcome", "models.refused.resubmission", SiteWords.day(day)));
    }

    /** The site is handed in: whoever has the same is linked and told, on both sides. */
    void link(ModelSite site) {
        for (var twin : rows.twins(site)) {
            var known = of(site.id()).stream().anyMatch(one -> one.id().equals(twin.id()));
            if (!known
                    && !twin.unit().equals(site.unit())
                    && !twin.state().ended()
                    && twin.state() != SiteState.DRAFT) {
                jdbc.sql("insert into model_twin (site_id, twin_id, found_on) values (?, ?, ?), (?, ?, ?)")
                        .params(site.id().value(), twin.id().value(), LocalDate.now(clock))
                        .params(twin.id().value(), site.id().value(), LocalDate.now(clock))
                        .update();
                tell(site, twin);
                tell(twin, site);
            }
        }
    }

    /** Sites of other units that are the same. */
    List<ModelSite> of(SiteId site) {
        return rows.findAll(jdbc.sql("select twin_id from model_twin where site_id = ? order by twin_id")
                .param(site.value())
                .query((row, n) -> SiteId.of(row.getLong(1)))
                .list());
    }

    /** What is said of them on a form; empty when there are none. */
    String sentence(ModelSite site) {
        var twins = of(site.id());
        return twins.isEmpty()
                ? ""
                : words.of("models.twins", twins.stream().map(this::named).collect(Collectors.joining("; ")));
    }

    String named(ModelSite site) {
        return site.number() + " – " + unitName(site.unit());
    }

    private void tell(ModelSite whom, ModelSite about) {
        story.site(whom, "twin", null, null, null, named(about));
        announcements.tell(
                News.of(
                        whom.id().dossier(),
                        "model-site.twin",
                        whom.id().dossier() + ":twin:" + about.id(),
                        whom.number(),
                        unitName(about.unit())),
                Stream.of(Post.OFFICER)
                        .flatMap(post -> posts.holdersOf(post, whom.unit()).stream())
                        .map(Actor::id)
                        .distinct()
                        .toList());
    }

    private String unitName(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }
}
