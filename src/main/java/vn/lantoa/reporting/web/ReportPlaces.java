package vn.lantoa.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.reporting.CoordinatedCounts;
import vn.lantoa.reporting.ReportingPeriod;

/** The pages beside the list of reports that this person has a use for. */
@Component
class ReportPlaces {

    private final CoordinatedCounts coordinated;

    ReportPlaces(CoordinatedCounts coordinated) {
        this.coordinated = coordinated;
    }

    /** One of them; its word is message {@code report.place.<code>}. */
    record Place(String code, String href) {}

    List<Place> of(Actor actor) {
        var places = new ArrayList<Place>();
        places.add(new Place("list", "/reports"));
        places.add(new Place("campaigns", "/reports/campaigns"));
        if (actor.holds(Post.OFFICER)) {
            places.add(new Place("grid", "/reports/grid"));
        }
        if (actor.holds(Post.LEADER)
                || actor.standings().stream().anyMatch(standing -> standing.post() == Post.LEADER)) {
            places.add(new Place("approvals", "/reports/approvals"));
        }
        places.add(new Place("targets", "/reports/targets"));
        if (coordinated.any(actor)) {
            places.add(new Place("coordination", "/reports/coordination"));
        }
        if (actor.holds(Post.OFFICER)) {
            places.add(new Place("packages", "/reports/packages"));
        }
        return places;
    }

    /** The periods of this year and of the last. */
    static List<ReportingPeriod> periods(Clock clock) {
        var year = LocalDate.now(clock).getYear();
        return List.of(
                ReportingPeriod.firstHalfOf(year), ReportingPeriod.yearOf(year),
                ReportingPeriod.firstHalfOf(year - 1), ReportingPeriod.yearOf(year - 1));
    }

    /** The period whose report is due next, where nobody names one. */
    static ReportingPeriod current(Clock clock) {
        var today = LocalDate.now(clock);
        return today.getMonthValue() <= 6
                ? ReportingPeriod.firstHalfOf(today.getYear())
                : ReportingPeriod.yearOf(today.getYear());
    }
}
