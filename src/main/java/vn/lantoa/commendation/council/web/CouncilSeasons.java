package vn.lantoa.commendation.council.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.commendation.council.Council;
import vn.lantoa.commendation.council.CouncilSession;
import vn.lantoa.commendation.council.SessionList;

/** What the page of a council lists below its members. */
@Component
class CouncilSeasons {

    private final Seasons seasons;
    private final SessionList sessions;

    CouncilSeasons(Seasons seasons, SessionList sessions) {
        this.seasons = seasons;
        this.sessions = sessions;
    }

    List<Season> open(Council council) {
        return seasons.openFor(council.unit());
    }

    List<CouncilSession> sessionsOf(Council council) {
        return sessions.of(council);
    }
}
