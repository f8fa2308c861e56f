package vn.lantoa.commendation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;

/** What the service task of {@code commendation-season} does. */
@Component
public class SeasonFlow {

    private final SeasonRows rows;
    private final CommendationStory story;

    SeasonFlow(SeasonRows rows, CommendationStory story) {
        this.rows = rows;
        this.story = story;
    }

    /** The season is over; nominations that are not ended go their way, nothing is decided by the passing of time. */
    @Transactional
    public void close(DossierKey dossier) {
        var season = rows.lock(Long.parseLong(dossier.id()));
        rows.closed(season.id());
        story.season(season, "closed", null, null, null);
    }
}
