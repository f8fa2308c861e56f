package vn.lantoa.commendation.slate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.LevelLock;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationProgress;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.Review;
import vn.lantoa.commendation.Reviews;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/**
 * "Công khai": lists hang out for the working days of their frozen rule. An objection is a date and a document's number; it stops its own nomination and
 * no other. The end comes by the server's clock.
 */
@Component
public class Postings {

    /** What stands for the season of a unit that takes part in none. */
    public static final long NO_SEASON = 0;

    private static final int LONGEST_NUMBER = 60;

    private final PostingRows rows;
    private final Reviews reviews;
    private final PostingLists lists;
    private final NominationProgress progress;
    private final NomineeAccess readings;
    private final LevelLock level;
    private final WorkingDays calendar;
    private final Units units;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Postings(
            PostingRows rows,
            Reviews reviews,
            PostingLists lists,
            NominationProgress progress,
            NomineeAccess readings,
            LevelLock level,
            WorkingDays calendar,
            Units units,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.lists = lists;
        this.progress = progress;
        this.readings = readings;
        this.level = level;
        this.calendar = calendar;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** A posting with its list; {@code open} while objections are taken, {@code enters} whether this person enters them. */
    public record View(Posting posting, String unit, List<PostingLists.Line> lines, boolean open, boolean enters) {}

    /** What became of an act. */
    public sealed interface Outcome {

        /** It is done. */
        record Done(int count) implements Outcome {}

        /** Nothing is stored; {@code message} is the key of the sentence. */
        record Refused(String message) implements Outcome {}
    }

    /** How many wait at the unit to be hung out. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        return toPost(unit, season).size();
    }

    /** The unit's postings of a season, the newest first. */
    @Transactional(readOnly = true)
    public List<Posting> of(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        return rows.of(unit, season);
    }

    /** Hangs out all that wait, one posting for each length that their rules ask; the day itself is not counted (Điều 147 BLDS). */
    @Transactional
    public Outcome open(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.REVIEW_NOMINATION, unit);
        if (season == NO_SEASON) {
            return new Outcome.Refused("slate.refused.no-season");
        }
        level.hold(unit, season);
        var today = LocalDate.now(clock);
        var byDays = new TreeMap<Integer, List<Review>>();
        toPost(unit, season)
                .forEach(review -> byDays.computeIfAbsent(review.rule().postingDays(), days -> new ArrayList<>())
                        .add(review));
        var posted = 0;
        for (var length : byDays.entrySet()) {
            var list = length.getValue();
            var days = length.getKey();
            var id = rows.insert(
                    unit, season, days, list.get(0).rule().basis(), today, calendar.plus(today, days), actor);
            list.forEach(review -> rows.add(id, review));
            posted += list.size();
            audit.record(
                    "posting.opened",
                    actor,
                    "posting:" + id,
                    unit,
                    Map.of("lines", list.size(), "days", days),
                    Map.of());
        }
        return posted == 0 ? new Outcome.Refused("posting.refused.none") : new Outcome.Done(posted);
    }

    /**
     * A posting, to be read or printed and hung out.
     *
     * @throws NotVisible when the person sees no nominations of its unit
     */
    @Transactional
    public View find(Actor actor, long id) {
        var posting = rows.find(id).orElseThrow(() -> new NotVisible("posting " + id));
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, posting.unit());
        var items = rows.items(id);
        readings.log(actor, items.stream().map(PostingRows.Item::nomination).toList(), "posting");
        return new View(
                posting,
                units.find(posting.unit()).orElseThrow().name(),
                lists.of(items),
                open(posting),
                access.may(actor, Right.REVIEW_NOMINATION, posting.unit()));
    }

    /**
     * Enters an objection: the nomination leaves the posting to be examined, the others hang on.
     *
     * @param on the day of the document, not after today
     * @param number of the document; nothing of what it says
     */
    @Transactional
    public Outcome object(Actor actor, long id, NominationId nomination, String on, String number) {
        var seen = rows.find(id).orElseThrow(() -> new NotVisible("posting " + id));
        access.require(actor, Right.SEE_NOMINATION, Right.REVIEW_NOMINATION, seen.unit());
        var posting = rows.lock(id).orElseThrow();
        var item = rows.items(id).stream()
                .filter(one -> one.nomination().equals(nomination))
                .findFirst();
        if (item.isEmpty() || item.get().ended() || !open(posting)) {
            return new Outcome.Refused("posting.refused.closed");
        }
        var day = WrittenDay.posted(on);
        var clean = VietnameseText.clean(number == null ? "" : number);
        if (day.isEmpty() || day.get().isAfter(LocalDate.now(clock))) {
            return new Outcome.Refused("posting.refused.date");
        }
        if (!clean.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}/.\\-]*") || clean.length() > LONGEST_NUMBER) {
            return new Outcome.Refused("posting.refused.number");
        }
        rows.object(id, nomination, day.get(), clean);
        if (!progress.postingClosed(nomination, true)) {
            throw new org.springframework.dao.ConcurrencyFailureException(
                    "nomination " + nomination + " left its posting");
        }
        audit.record(
                "posting.objected",
                actor,
                nomination.dossier().toString(),
                posting.unit(),
                Map.of("posting", id, "document", clean, "date", day.get().toString()),
                Map.of());
        return new Outcome.Done(1);
    }

    /** Ends one posting whose last day is past; a second time it finds nothing to do. */
    @Transactional
    public void end(long id) {
        var posting = rows.lock(id).filter(one -> one.closedAt() == null && !open(one));
        if (posting.isEmpty()) {
            return;
        }
        for (var item : rows.items(id)) {
            if (!item.ended()) {
                // A nomination withdrawn meanwhile waits for nothing: it ends here all the same.
                progress.postingClosed(item.nomination(), false);
                rows.ended(id, item.nomination());
            }
        }
        rows.close(id);
        audit.record("posting.closed", null, "posting:" + id, posting.get().unit(), Map.of(), Map.of());
    }

    private boolean open(Posting posting) {
        return posting.closedAt() == null && !LocalDate.now(clock).isAfter(posting.lastDay());
    }

    private List<Review> toPost(UnitId unit, long season) {
        var waiting = reviews.at(unit, season, NominationState.POSTING);
        var posted = rows.posted(waiting.stream().map(Review::id).toList());
        return waiting.stream()
                .filter(review -> review.rule() != null && !posted.contains(review.id()))
                .toList();
    }
}
