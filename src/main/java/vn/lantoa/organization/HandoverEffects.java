package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an accepted handover changes: who holds the post, and with whom its duties lie. */
@Component
class HandoverEffects {

    private final HandoverRows rows;
    private final People people;
    private final Posts posts;
    private final ObjectProvider<Duties> duties;
    private final ApplicationEventPublisher events;

    HandoverEffects(
            HandoverRows rows,
            People people,
            Posts posts,
            ObjectProvider<Duties> duties,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.people = people;
        this.posts = posts;
        this.duties = duties;
        this.events = events;
    }

    /** The duties go over, once. */
    void settle(Handover handover) {
        if (rows.settled(handover.id())) {
            var successor = people.actor(handover.successor().id()).orElseThrow();
            duties.orderedStream()
                    .forEach(some -> some.handOver(
                            handover.person().id(),
                            successor,
                            handover.post(),
                            handover.unit(),
                            handover.claimsToSuccessor()));
        }
    }

    /** The post ends for the one and begins for the other, who may have been appointed meanwhile. */
    void appoint(Actor by, Handover handover, LocalDate begins) {
        rows.end(handover);
        var successor = handover.successor().id();
        var there = posts.holdingsOf(successor).stream()
                .anyMatch(held -> held.post() == handover.post()
                        && held.unit().equals(handover.unit())
                        && !held.from().isAfter(begins)
                        && (held.to() == null || !held.to().isBefore(begins)));
        if (!there) {
            rows.appoint(handover, begins);
            told("person.appointed", by, successor, handover, begins);
        }
        told("person.dismissed", by, handover.person().id(), handover, handover.lastDay());
    }

    private void told(String action, Actor by, PersonId person, Handover handover, LocalDate on) {
        events.publishEvent(new RightsChanged(
                action,
                by,
                "person:" + person,
                handover.unit(),
                Map.of(
                        "post", handover.post().code(),
                        "unit", handover.unit().toString(),
                        "on", on.toString(),
                        "handover", String.valueOf(handover.id())),
                Map.of()));
    }
}
