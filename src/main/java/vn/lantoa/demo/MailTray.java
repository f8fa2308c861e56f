package vn.lantoa.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.MailTransport;

/** Where the demo's mail goes instead of out: nothing leaves the machine, whatever the settings say. */
@Component
@Primary
@Profile("demo")
public class MailTray implements MailTransport {

    /** A mail that would have been sent. */
    public record Sent(long id, String address, String subject, String body, Instant at) {}

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailTray(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void send(Letter letter) {
        jdbc.sql("insert into demo_mail (message_id, address, subject, body, sent_at) values (?, ?, ?, ?, ?)")
                .params(letter.messageId(), letter.address(), letter.subject(), letter.body())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public String where() {
        return "Khay thư dùng thử (/demo/mail)";
    }

    /** The latest, the newest first. */
    public List<Sent> latest() {
        return jdbc.sql("select * from demo_mail order by id desc limit " + SHOWN)
                .query((row, n) -> new Sent(
                        row.getLong("id"),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }
}
