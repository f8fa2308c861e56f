package vn.lantoa.commendation.decision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.Consents;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationProgress;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The release of a decision: from this act on it is in force, its list frozen, and those below learn of it. */
@Component
public class Releases {

    private final AwardDecisions decisions;
    private final DecisionRows rows;
    private final DecisionLists lists;
    private final Payments payments;
    private final Consents consents;
    private final AwardTitles titles;
    private final Nominations nominations;
    private final NominationProgress progress;
    private final Timeline timeline;
    private final Announcements announcements;
    private final Posts posts;
    private final Clock clock;

    Releases(
            AwardDecisions decisions,
            DecisionRows rows,
            DecisionLists lists,
            Payments payments,
            Consents consents,
            AwardTitles titles,
            Nominations nominations,
            NominationProgress progress,
            Timeline timeline,
            Announcements announcements,
            Posts posts,
            Clock clock) {
        this.decisions = decisions;
        this.rows = rows;
        this.lists = lists;
        this.payments = payments;
        this.consents = consents;
        this.titles = titles;
        this.nominations = nominations;
        this.progress = progress;
        this.timeline = timeline;
        this.announcements = announcements;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * Releases an approved and numbered decision. A nomination on it that waits for no decision any more stops the whole release: it has to be
     * struck first, so that paper and list never differ.
     */
    @Transactional
    public DecisionOutcome release(Actor actor, DecisionId id) {
        var decision = decisions.held(actor, id, Right.DECIDE_AWARD);
        if (decision.state() != Decision.State.APPROVED) {
            return DecisionOutcome.Conflict.of(
                    decision.state() == Decision.State.RELEASED ? "released" : "not-approved");
        }
        var document = lists.document(decision);
        if (document.isEmpty()) {
            return DecisionOutcome.Conflict.of("no-number");
        }
        payments.hold(rows.items(id).stream().map(DecisionItem::nomination).toList());
        var withdrawn = withdrawnConsents(decision);
        if (!withdrawn.isEmpty()) {
            return DecisionOutcome.Conflict.of("consent-withdrawn", String.join(", ", withdrawn));
        }
        if (lists.paidMeanwhile(decision)) {
            return DecisionOutcome.Conflict.of("paid-meanwhile");
        }
        var items = lists.of(decision);
        var dated = document.get().dated();
        items.forEach(rows::freeze);
        rows.release(
                id,
                actor,
                document.get().inWords(),
                dated,
                decision.kind() == Decision.Kind.AWARD ? titles.baseSalary(dated) : null);
        var gone = decision.kind() == Decision.Kind.AWARD ? goOn(items) : List.<String>of();
        if (!gone.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return DecisionOutcome.Conflict.of("gone", String.join(", ", gone));
        }
        var released = rows.find(id).orElseThrow();
        tell(actor, released, items);
        decisions.record(
                "decision.released",
                actor,
                released,
                Map.of("number", released.number(), "date", dated.toString(), "lines", items.size()));
        return new DecisionOutcome.Done(id);
    }

    /** The numbers of nominations on an award's list whose nominee took the consent back: the name may go no further (E18). */
    private List<String> withdrawnConsents(Decision decision) {
        return decision.kind() != Decision.Kind.AWARD
                ? List.of()
                : consents
                        .withdrawn(rows.items(decision.id()).stream()
                                .filter(DecisionItem::stands)
                                .map(DecisionItem::nomination)
                                .toList())
                        .stream()
                        .flatMap(one -> nominations.find(one).stream())
                        .map(Nomination::number)
                        .toList();
    }

    /** The processes hear of it; the numbers of those that no longer wait. */
    private List<String> goOn(List<DecisionItem> items) {
        var gone = new ArrayList<String>();
        for (var item : items) {
            if (!progress.released(item.nomination(), item.stands()) && item.stands()) {
                nominations.find(item.nomination()).ifPresent(one -> gone.add(one.number()));
            }
        }
        return gone;
    }

    private void tell(Actor actor, Decision decision, List<DecisionItem> items) {
        var sentence = "timeline.decision." + decision.kind().name().toLowerCase(java.util.Locale.ROOT);
        for (var item : items) {
            var struck = !item.stands();
            timeline.tell(
                    item.nomination().dossier(),
                    struck ? "timeline.decision.struck" : sentence,
                    actor,
                    null,
                    decision.unit(),
                    struck ? item.struck() : decision.reason(),
                    decision.number());
        }
        items.stream()
                .filter(DecisionItem::stands)
                .collect(Collectors.groupingBy(DecisionItem::unit))
                .forEach((unit, own) -> notice(decision, unit, own));
    }

    /** No name and no result of a single case in a notice: how many, and where to look. */
    private void notice(Decision decision, UnitId unit, List<DecisionItem> own) {
        var whom = java.util.stream.Stream.of(Post.OFFICER, Post.LEADER)
                .flatMap(post -> posts.holdersOf(post, unit).stream())
                .map(Actor::id)
                .distinct()
                .toList();
        var dossier = own.get(0).nomination().dossier();
        announcements.tell(
                News.of(
                        dossier,
                        "decision.released",
                        decision.id().dossier() + ":" + unit + ":" + clock.millis(),
                        decision.number(),
                        String.valueOf(own.size())),
                whom);
    }
}
