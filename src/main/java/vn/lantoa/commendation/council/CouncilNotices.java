package vn.lantoa.commendation.council;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Actor;

/** Tells members that their council meets; no nominee is named. */
@Component
class CouncilNotices {

    private final Announcements announcements;
    private final CouncilRows councils;
    private final Clock clock;

    CouncilNotices(Announcements announcements, CouncilRows councils, Clock clock) {
        this.announcements = announcements;
        this.councils = councils;
        this.clock = clock;
    }

    void convened(CouncilSession session, List<CouncilMember> members, Actor by) {
        tell("council.convened", session, members, by);
    }

    void opened(CouncilSession session, List<CouncilMember> members, Actor by) {
        tell("council.opened", session, members, by);
    }

    private void tell(String kind, CouncilSession session, List<CouncilMember> members, Actor by) {
        var name = councils.find(session.council()).map(Council::name).orElse("");
        announcements.tell(
                new News(
                        kind,
                        List.of(name, WrittenDay.of(session.meetsOn()), session.place()),
                        null,
                        "/awards/councils/sessions/" + session.id(),
                        session.dossier() + ":" + kind + ":" + clock.millis(),
                        false),
                members.stream()
                        .map(CouncilMember::person)
                        .filter(person -> !person.equals(by.id()))
                        .toList());
    }
}
