package vn.lantoa.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices and sent mail are no records: they go after a time, each night. */
@Component
class OldNews {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keptNotices;
    private final Duration keptMail;

    OldNews(
            JdbcClient jdbc,
            Clock clock,
            @Value("${lantoa.notices.kept}") Duration keptNotices,
            @Value("${lantoa.mail.kept}") Duration keptMail) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keptNotices = keptNotices;
        this.keptMail = keptMail;
    }

    @Scheduled(cron = "0 40 2 * * *")
    void remove() {
        jdbc.sql("delete from notice where told_at < ?")
                .param(Timestamp.from(clock.instant().minus(keptNotices)))
                .update();
        jdbc.sql("delete from mail where state <> 'WAITING' and queued_at < ? and business_key not like 'test:%'")
                .param(Timestamp.from(clock.instant().minus(keptMail)))
                .update();
    }
}
