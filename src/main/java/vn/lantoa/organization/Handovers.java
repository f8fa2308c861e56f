package vn.lantoa.organization;

import static vn.lantoa.organization.Checks.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;
import vn.lantoa.organization.Handover.State;

/** Who takes over the duties of a post, and when (bàn giao khi thôi chức danh). */
@Component
public class Handovers {

    /**
     * What is offered.
     *
     * @param lastDay null for the last day of the post, or today
     */
    public record Offer(String successor, LocalDate lastDay, boolean claimsToSuccessor, String note) {}

    private final HandoverRows rows;
    private final People people;
    private final Units units;
    private final HandoverRights rights;
    private final HandoverEffects change;
    private final ObjectProvider<Duties> duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handovers(
            HandoverRows rows,
            People people,
            Units units,
            HandoverRights rights,
            HandoverEffects change,
            ObjectProvider<Duties> duties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.units = units;
        this.rights = rights;
        this.change = change;
        this.duties = duties;
        this.events = events;
        this.clock = clock;
    }

    /** The posts of a person that are not over. */
    public List<Posts.Holder> postsOf(PersonId person) {
        return rows.holdingsOf(person).stream()
                .map(rows::holding)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What lies open with the holder. */
    public List<Duties.Duty> open(Holding held) {
        return open(held.person(), held.post(), held.unit());
    }

    /** What still lies open with who hands over; nothing once it is settled. */
    public List<Duties.Duty> open(Handover handover) {
        return handover.settledAt() == null
                ? open(handover.person().id(), handover.post(), handover.unit())
                : List.of();
    }

    private List<Duties.Duty> open(PersonId person, Post post, UnitId unit) {
        return duties.orderedStream()
                .flatMap(some -> some.of(person, post, unit).stream())
                .toList();
    }

    /**
     * Offers the duties to a successor, who must accept. An administrator's offer also ends the post and appoints the successor; one's own
     * can only go to somebody who holds the post too.
     */
    @Transactional
    public Change offer(Actor by, long holding, Offer offer) {
        var holder = rights.holding(by, holding);
        var held = holder.held();
        var appoints = rights.appoints(by, held);
        var successor = people.findByUsername(
                        offer.successor() == null ? "" : offer.successor().strip())
                .flatMap(one -> people.actor(one.username()))
                .filter(one -> rights.knows(by, one, held));
        var lastDay = offer.lastDay() != null ? offer.lastDay() : held.to() != null ? held.to() : today();
        var refused = Checks.first(
                () -> when(successor.isEmpty(), Reason.PERSON_UNKNOWN, "successor"),
                () -> when(successor.get().id().equals(held.person()), Reason.SUCCESSOR_SAME, "successor"),
                () -> when(
                        !appoints && !rights.holdsFrom(successor.get().id(), held, lastDay),
                        Reason.SUCCESSOR_NOT_A_HOLDER,
                        "successor"),
                () -> when(
                        lastDay.isBefore(held.from()) || lastDay.getYear() > 2200,
                        Reason.DATES_OUT_OF_ORDER,
                        "lastDay"),
                () -> when(held.to() != null && lastDay.isAfter(held.to()), Reason.DATES_OUT_OF_ORDER, "lastDay"),
                () -> when(offer.note() != null && offer.note().length() > 2000, Reason.TEXT_TOO_LONG, "note"),
                () -> when(rows.openOf(holding), Reason.HANDOVER_OPEN, "successor"));
        if (refused.isPresent()) {
            return refused.get();
        }
        try {
            var id = rows.offer(holding, held, successor.get().id(), appoints, lastDay, offer, by.id());
            tell("person.handover-offered", by, rows.find(id).orElseThrow());
            return new Done(id);
        } catch (DuplicateKeyException otherWasFirst) {
            return undo(Reason.HANDOVER_OPEN);
        }
    }

    /**
     * A handover as one of the two persons, who offered it, or an administrator of the branch sees it.
     *
     * @throws NotVisible for all others
     */
    public Handover find(Actor by, long id) {
        return rows.find(id).filter(one -> rights.sees(by, one)).orElseThrow(() -> new NotVisible("handover " + id));
    }

    /** The successor takes over; of two answers at once the first counts. */
    @Transactional
    public Change accept(Actor by, long id) {
        var handover = asked(by, id);
        if (!rows.answer(id, State.ACCEPTED, null)) {
            return new Refused(Reason.HANDOVER_OVER, "answer");
        }
        var begins = handover.lastDay().isBefore(today()) ? today() : handover.lastDay();
        if (handover.appoints()) {
            if (closed(handover.unit())) {
                return undo(Reason.UNIT_CLOSED);
            }
            change.appoint(by, handover, begins);
        }
        tell("person.handover-accepted", by, handover);
        if (!begins.isAfter(today())) {
            change.settle(handover);
        }
        return new Done(id);
    }

    /** The successor does not take over; nothing changes. */
    @Transactional
    public Change decline(Actor by, long id, String why) {
        var handover = asked(by, id);
        if (why != null && why.length() > 2000) {
            return new Refused(Reason.TEXT_TOO_LONG, "answer");
        }
        if (!rows.answer(id, State.DECLINED, Checks.orNull(why))) {
            return new Refused(Reason.HANDOVER_OVER, "answer");
        }
        tell("person.handover-declined", by, handover);
        return new Done(id);
    }

    /** Takes the offer back before it is answered: who offered, the holder, or an administrator of the branch. */
    @Transactional
    public Change withdraw(Actor by, long id) {
        var handover = find(by, id);
        if (!rights.mayWithdraw(by, handover)) {
            throw new NotAllowed("not offered by " + by.username());
        }
        if (!rows.answer(id, State.WITHDRAWN, null)) {
            return new Refused(Reason.HANDOVER_OVER, "answer");
        }
        tell("person.handover-withdrawn", by, handover);
        return new Done(id);
    }

    /** What waits for this person's answer. */
    public List<Handover> waitingFor(PersonId successor) {
        return rows.waitingFor(successor);
    }

    /** Those in which this person is one of the two, the latest first. */
    public List<Handover> of(PersonId person) {
        return rows.of(person);
    }

    /** Those of the posts of this unit, the latest first. */
    public List<Handover> in(UnitId unit) {
        return rows.in(unit);
    }

    /** Duties of those whose last day has come go over. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    @Transactional
    public void settleDue() {
        rows.due(today()).forEach(change::settle);
    }

    private Handover asked(Actor by, long id) {
        var handover = find(by, id);
        if (!handover.successor().id().equals(by.id())) {
            throw new NotAllowed("not the successor");
        }
        return handover;
    }

    private boolean closed(UnitId unit) {
        return units.find(unit).orElseThrow().validTo() != null;
    }

    private static Change undo(Reason reason) {
        org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
                .setRollbackOnly();
        return new Refused(reason, "successor");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void tell(String action, Actor by, Handover handover) {
        events.publishEvent(new RightsChanged(
                action,
                by,
                "person:" + handover.person().id(),
                handover.unit(),
                Map.of(
                        "handover", String.valueOf(handover.id()),
                        "successor", handover.successor().id().toString(),
                        "post", handover.post().code(),
                        "unit", handover.unit().toString(),
                        "on", handover.lastDay().toString()),
                Map.of()));
    }
}
