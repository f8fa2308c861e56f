package vn.lantoa.notification;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.Retention;

/** Notices and sent mail are no records: they go after a time, each night. */
@Component
class OldNews {

    private final JdbcClient jdbc;
    private final Retention retention;

    OldNews(JdbcClient jdbc, Retention retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Scheduled(cron = "0 40 2 * * *")
    void remove() {
        jdbc.sql("delete from notice where told_at < ?")
                .param(Timestamp.from(retention.keptSince(Retention.Kind.NOTICE)))
                .update();
        jdbc.sql("delete from mail where state <> 'WAITING' and queued_at < ? and business_key not like 'test:%'")
                .param(Timestamp.from(retention.keptSince(Retention.Kind.MAIL)))
                .update();
    }
}
