package vn.lantoa.commendation.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.DailyWork;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NomineeErasure;
import vn.lantoa.rulebook.Retention;
import vn.lantoa.rulebook.Retention.Kind;

/** Erases what is kept long enough (DOMAIN 6.3). What is erased stays erased, so a morning that comes twice does nothing twice. */
@Component
class NomineeRetention implements DailyWork {

    private static final Logger LOG = LoggerFactory.getLogger(NomineeRetention.class);

    /** A morning takes this many of each kind; the rest waits for the next look. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Retention retention;
    private final DataRequestRows requests;
    private final NomineeErasure nominees;
    private final Clock clock;

    NomineeRetention(
            JdbcClient jdbc, Retention retention, DataRequestRows requests, NomineeErasure nominees, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.requests = requests;
        this.nominees = nominees;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${lantoa.commendation.retention-every}",
            initialDelayString = "${lantoa.commendation.retention-every}")
    void look() {
        if (!LocalTime.now(clock).isBefore(BEGINS)) {
            workThrough();
        }
    }

    @Override
    public void workThrough() {
        erase("submitted_at is null and opened_at < :before", retention.keptFrom(Kind.NOMINEE_DRAFT));
        erase(
                "submitted_at is not null and state <> 'AWARDED' and ended_at < :before",
                retention.keptFrom(Kind.NOMINEE_REFUSED));
        erase("state = 'AWARDED' and ended_at < :before", retention.keptFrom(Kind.NOMINEE_AWARDED));
        var consents = retention.keptFrom(Kind.NOMINEE_CONSENT);
        requests.deleteConcludedBefore(consents);
        jdbc.sql("delete from nominee_consent where recorded_at < :before and nomination_id in"
                        + " (select id from nomination where erased_at is not null)")
                .param("before", startOf(consents))
                .update();
        jdbc.sql("delete from nominee_access where happened_at < :before")
                .param("before", startOf(retention.keptFrom(Kind.NOMINEE_ACCESS_LOG)))
                .update();
    }

    /** Each by itself: one that cannot go keeps no other. */
    private void erase(String which, LocalDate before) {
        List<NominationId> old = jdbc.sql(
                        "select id from nomination where erased_at is null and " + which + " order by id limit " + MOST)
                .param("before", startOf(before))
                .query((row, n) -> NominationId.of(row.getLong(1)))
                .list();
        for (var id : old) {
            try {
                nominees.erase(null, id, "retention");
            } catch (RuntimeException e) {
                // Tried again at the next look.
                LOG.error("The data of nomination {} could not be erased", id, e);
            }
        }
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(VietnamTime.ZONE).toInstant());
    }
}
