package vn.lantoa.commendation.slate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.DailyWork;

/** The morning of postings: those whose last day is past end, also after days without power; each by itself, so that one's trouble stops no other. */
@Component
class PostingDay implements DailyWork {

    private static final Logger LOG = LoggerFactory.getLogger(PostingDay.class);

    private final PostingRows rows;
    private final Postings postings;
    private final Clock clock;

    PostingDay(PostingRows rows, Postings postings, Clock clock) {
        this.rows = rows;
        this.postings = postings;
        this.clock = clock;
    }

    /** Looks whether anything is due; cheap when there is nothing. */
    @Scheduled(fixedDelayString = "${lantoa.campaign.every}", initialDelayString = "${lantoa.campaign.every}")
    void look() {
        if (!LocalTime.now(clock).isBefore(BEGINS)) {
            workThrough();
        }
    }

    @Override
    public void workThrough() {
        for (var posting : rows.due(LocalDate.now(clock))) {
            try {
                postings.end(posting);
            } catch (RuntimeException e) {
                // Tried again at the next look.
                LOG.error("Posting {} could not be closed", posting, e);
            }
        }
    }
}
