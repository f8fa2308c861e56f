package vn.lantoa.models;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** How a site begins without a proposal of its own: it was taken over from another one. */
@Component
public class SiteFounding {

    /**
     * A site that was set up after the pattern of another.
     *
     * @param kind what it applies
     * @param unit who runs it
     * @param source the site from which it was taken over; null when only the kind was
     * @param place where it is, in words
     * @param host who hosts it in words of the place, null when not said
     * @param decision number of the decision that founded it
     * @param foundedOn the day of that decision; its trial begins then
     * @param groups how many are expected, or there are already
     * @param by the officer who set it up
     */
    public record TakenOver(
            KindId kind,
            UnitId unit,
            SiteId source,
            String name,
            String place,
            String host,
            String decision,
            LocalDate foundedOn,
            Count groups,
            Count members,
            PersonId by) {}

    private final SiteRows rows;
    private final SiteStates states;
    private final SiteIndex search;
    private final Claims claims;
    private final ModelRules rules;
    private final Processes processes;
    private final SiteStory story;
    private final SiteWords words;
    private final Clock clock;

    SiteFounding(
            SiteRows rows,
            SiteStates states,
            SiteIndex search,
            Claims claims,
            ModelRules rules,
            Processes processes,
            SiteStory story,
            SiteWords words,
            Clock clock) {
        this.rows = rows;
        this.states = states;
        this.search = search;
        this.claims = claims;
        this.rules = rules;
        this.processes = processes;
        this.story = story;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Starts the life of a site that was taken over: it is under trial at once, its number is drawn, its process runs, and its first review
     * comes due after the months of rule {@code REVIEW_MONTHS} although it is not yet recognised; {@link SiteReviewed} and {@link SiteEnded} tell
     * what becomes of it.
     *
     * @throws IllegalArgumentException when there are fewer members than groups or it was founded in the future: ask before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SiteId takenOver(TakenOver site) {
        var counts = new Headcount(site.groups(), site.members());
        var today = LocalDate.now(clock);
        if (!counts.possible() || site.foundedOn().isAfter(today)) {
            throw new IllegalArgumentException("a site cannot be founded so: " + site);
        }
        var id = rows.insert(
                new StartSite(
                        site.unit(),
                        site.kind(),
                        site.name(),
                        site.place(),
                        site.host(),
                        site.groups(),
                        site.members()),
                site.source(),
                true,
                site.by());
        states.begin(id, site.unit());
        states.counted(id, counts, today);
        claims.learnt(
                id,
                new Claims.NewClaim(
                        Claims.Fact.FOUNDED_ON,
                        site.foundedOn(),
                        null,
                        null,
                        words.kept("models.source.decision", site.decision()),
                        site.foundedOn()),
                site.by());
        search.index(id);
        rows.reviewDue(id, today.plusMonths(rules.number("REVIEW_MONTHS", today)));
        processes.start(Words.PROCESS, id.dossier(), Map.of("takenOver", true, "raising", false));
        story.site(rows.find(id).orElseThrow(), "taken-over", null, null, null, site.decision());
        return id;
    }
}
