package vn.lantoa.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may hand over, to whom, and who sees it. */
@Component
public class HandoverRights {

    private final HandoverRows rows;
    private final People people;
    private final Posts posts;
    private final Access access;
    private final Clock clock;

    HandoverRights(HandoverRows rows, People people, Posts posts, Access access, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.posts = posts;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The holding whose duties are to be handed over: one's own, or one in the administrator's branch.
     *
     * @throws NotVisible or {@link NotAllowed} for others, and when it is over
     */
    public Posts.Holder holding(Actor by, long id) {
        var holder = rows.holding(id).orElseThrow(() -> new NotVisible("holding " + id));
        if (!holder.person().id().equals(by.id())) {
            access.require(
                    by, Right.SEE_UNIT, Right.MANAGE_PEOPLE, holder.held().unit());
            if (holder.held().post() == Post.ADMINISTRATOR) {
                access.require(by, Right.OPERATE);
            }
        }
        return holder;
    }

    /** Whether this person's offer also ends the post and appoints the successor. */
    public boolean appoints(Actor by, Holding held) {
        return access.may(by, Right.MANAGE_PEOPLE, held.unit());
    }

    /** Whom the form proposes: who works in the unit; an administrator may name others of the branch. */
    public List<Person> candidates(Actor by, Posts.Holder holder) {
        var unit = holder.held().unit();
        return Stream.concat(
                        posts.holdersIn(unit, today()).stream().map(Posts.Holder::person),
                        people.keptBy(unit, 100).stream())
                .filter(one -> !one.id().equals(holder.person().id()))
                .filter(one -> appoints(by, holder.held()) || holdsFrom(one.id(), holder.held(), today()))
                .distinct()
                .toList();
    }

    /** Whether this person may take the offer back. */
    public boolean mayWithdraw(Actor by, Handover handover) {
        return handover.open()
                && (handover.offeredBy().equals(by.id())
                        || handover.person().id().equals(by.id())
                        || access.may(by, Right.MANAGE_PEOPLE, handover.unit()));
    }

    boolean sees(Actor by, Handover handover) {
        return handover.successor().id().equals(by.id())
                || handover.person().id().equals(by.id())
                || handover.offeredBy().equals(by.id())
                || access.may(by, Right.MANAGE_PEOPLE, handover.unit());
    }

    /** An administrator finds the persons of the branch; a holder those who hold the post too. */
    boolean knows(Actor by, Actor successor, Holding held) {
        var home = people.find(successor.id()).orElseThrow().homeUnit();
        return access.may(by, Right.MANAGE_PEOPLE, home)
                || successor.units().contains(held.unit())
                || home.equals(held.unit());
    }

    boolean holdsFrom(PersonId person, Holding held, LocalDate day) {
        return posts.holdingsOf(person).stream()
                .anyMatch(one -> one.post() == held.post()
                        && one.unit().equals(held.unit())
                        && !one.from().isAfter(day)
                        && (one.to() == null || !one.to().isBefore(day)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
