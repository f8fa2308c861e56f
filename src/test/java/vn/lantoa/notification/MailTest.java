package vn.lantoa.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Mail through a real SMTP server: one digest a person, and what happens when the server, a recipient or we fail. */
@IntegrationTest
class MailTest {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final OwnAddress ADDRESS = new OwnAddress("https://lantoa.example/", 0);
    private static final Duration INTERVAL = Duration.ofHours(4);

    @RegisterExtension
    static final GreenMailExtension SMTP =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());

    @Autowired
    Inbox inbox;

    @Autowired
    Announcements announcements;

    @Autowired
    MailSettings settings;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    MessageSource messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    final Noon clock = new Noon();
    Branch branch;
    Outbox outbox;

    @BeforeEach
    void grow() {
        jdbc.sql("delete from mail").update();
        jdbc.sql("update notice set mailed = true").update();
        branch = Branch.grow(context);
        outbox = new Outbox(jdbc, transaction, clock, ADDRESS);
    }

    @Test
    void an_address_counts_when_its_owner_typed_in_the_code() throws Exception {
        var officer = branch.officer(branch.a1);
        assertThat(settings.ask(officer, "a@b.vn\r\nBcc: x@y.vn", VI)).isEmpty();
        var mail = settings.ask(officer, "canbo@a1.vn", VI).orElseThrow();
        assertThat(courier(smtp(SMTP.getSmtp().getPort())).deliver(mail)).isInstanceOf(Courier.Delivery.Sent.class);
        var code = text(SMTP.getReceivedMessages()[0]).replaceAll("(?s).*?(\\d{8}).*", "$1");
        assertThat(settings.of(officer.id()).address()).isNull();
        assertThat(settings.confirm(officer, "00000000")).isFalse();
        assertThat(settings.confirm(branch.leader(branch.a1), code)).isFalse();
        assertThat(settings.confirm(officer, " " + code + " ")).isTrue();
        assertThat(settings.of(officer.id()).address()).isEqualTo("canbo@a1.vn");

        settings.ask(officer, "khac@a1.vn", VI);
        for (var i = 0; i < 5; i++) {
            assertThat(settings.confirm(officer, "0000000" + i)).isFalse();
        }
        assertThat(settings.of(officer.id()).address()).isEqualTo("canbo@a1.vn");
    }

    @Test
    void many_notices_make_one_digest_without_names_and_no_more_before_its_time() throws Exception {
        var officer = reachable(branch.officer(branch.a1), "canbo@a1.vn");
        var courier = courier(smtp(SMTP.getSmtp().getPort()));
        for (var i = 0; i < 3; i++) {
            tell(officer, "work.opened", "k" + i);
        }
        tell(officer, "report.returned", "k3");
        courier.round();
        assertThat(SMTP.getReceivedMessages()).as("news is collected first").isEmpty();
        clock.passes(Duration.ofMinutes(6));
        courier.round();
        courier.round();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        var digest = SMTP.getReceivedMessages()[0];
        assertThat(digest.getSubject()).isEqualTo("Lan Tỏa: 4 thông báo chưa đọc");
        assertThat(text(digest))
                .contains("- Việc mới: 3", "- Báo cáo bị trả lại để bổ sung: 1", "https://lantoa.example/notices")
                .doesNotContain("Giấy", officer.name());

        tell(officer, "work.opened", "k4");
        clock.passes(Duration.ofHours(1));
        courier.round();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        clock.passes(INTERVAL);
        courier.round();
        assertThat(SMTP.getReceivedMessages()).hasSize(2);
    }

    @Test
    void quiet_hours_opting_out_and_reading_leave_no_mail() {
        var quiet = reachable(branch.officer(branch.a1), "yentinh@a1.vn");
        settings.choose(quiet, true, 11, 14);
        var out = reachable(branch.leader(branch.a1), "khongnhan@a1.vn");
        settings.choose(out, false, 0, 0);
        var reader = reachable(branch.officer(branch.a2), "dadoc@a2.vn");
        var courier = courier(smtp(SMTP.getSmtp().getPort()));
        List.of(quiet, out, reader).forEach(one -> tell(one, "work.opened", "q"));
        inbox.markAllRead(reader, Long.MAX_VALUE);
        clock.passes(Duration.ofMinutes(30));
        courier.round();
        assertThat(SMTP.getReceivedMessages()).isEmpty();
        clock.passes(Duration.ofHours(2));
        courier.round();
        assertThat(recipients()).containsExactly("yentinh@a1.vn");
    }

    @Test
    void half_refused_the_good_ones_go_and_the_others_say_why() throws Exception {
        try (var picky = new PickyServer(SMTP.getSmtp().getPort(), "khong-co")) {
            for (var i = 0; i < 10; i++) {
                put("half" + i, (i % 2 == 0 ? "khong-co" : "co") + i + "@a1.vn");
            }
            courier(smtp(picky.port())).round();
        }
        assertThat(recipients()).hasSize(5).allMatch(address -> address.startsWith("co"));
        assertThat(outbox.waiting()).isZero();
        assertThat(outbox.troubled(10)).hasSize(5).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo("REFUSED");
            assertThat(mail.failure()).contains("550");
        });
    }

    @Test
    void a_server_that_is_away_is_asked_after_growing_pauses_and_nothing_is_lost() {
        put("away1", "a@a1.vn");
        put("away2", "b@a1.vn");
        var asked = new ArrayList<Instant>();
        var smtp = smtp(1);
        var courier = courier(watched(smtp, () -> asked.add(clock.instant())));
        for (var minute = 0; minute < 60; minute++) {
            courier.round();
            clock.passes(Duration.ofMinutes(1));
        }
        assertThat(asked).hasSizeBetween(4, 12);
        assertThat(outbox.troubled(10)).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo("WAITING");
            assertThat(mail.failure()).contains("Connect");
        });
        clock.passes(Duration.ofHours(5));
        courier(smtp(SMTP.getSmtp().getPort())).round();
        assertThat(recipients()).containsExactlyInAnyOrder("a@a1.vn", "b@a1.vn");
    }

    @Test
    void a_crash_between_sending_and_marking_repeats_the_same_message_id() throws Exception {
        put("crash", "a@a1.vn");
        var smtp = smtp(SMTP.getSmtp().getPort());
        var crashing = courier(new MailTransport() {
            @Override
            public void send(Letter letter) throws Refused, Unavailable {
                smtp.send(letter);
                throw new IllegalStateException("killed here");
            }

            @Override
            public String where() {
                return "";
            }
        });
        assertThat(catching(crashing::round)).isInstanceOf(IllegalStateException.class);
        clock.passes(Duration.ofMinutes(3));
        courier(smtp).round();
        assertThat(Arrays.stream(SMTP.getReceivedMessages()).map(MailTest::id))
                .hasSize(2)
                .allMatch(id(SMTP.getReceivedMessages()[0])::equals);
        assertThat(jdbc.sql("select count(*) from mail").query(Long.class).single())
                .isEqualTo(1);
        assertThat(outbox.put("crash", officer(), "a@a1.vn", "Tin", "Tin")).isEmpty();
    }

    @Test
    void what_one_node_holds_another_passes_by() {
        put("held", "a@a1.vn");
        put("free", "b@a1.vn");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from mail where business_key = 'held' for update")
                    .query(Long.class)
                    .single();
            var other = CompletableFuture.supplyAsync(() -> outbox.take().orElseThrow());
            assertThat(other.orTimeout(20, TimeUnit.SECONDS).join().letter().address())
                    .isEqualTo("b@a1.vn");
        });
        assertThat(outbox.take().orElseThrow().letter().address()).isEqualTo("a@a1.vn");
        assertThat(outbox.take()).isEmpty();
    }

    @Test
    void nothing_is_told_of_what_was_rolled_back() {
        var officer = branch.officer(branch.a1);
        transaction.executeWithoutResult(status -> {
            tell(officer, "work.opened", "rolled back");
            status.setRollbackOnly();
        });
        assertThat(inbox.unread(officer.id())).isZero();
    }

    private Courier courier(MailTransport transport) {
        var digests = new Digests(
                jdbc,
                settings,
                outbox,
                people,
                accounts,
                messages,
                transaction,
                clock,
                INTERVAL,
                Duration.ofMinutes(5),
                ADDRESS);
        return new Courier(outbox, digests, new One(transport), clock);
    }

    private Actor reachable(Actor actor, String address) {
        settings.choose(actor, true, 0, 0);
        jdbc.sql("update mail_setting set address = ? where person_id = ?")
                .params(address, actor.id().value())
                .update();
        return actor;
    }

    private void tell(Actor actor, String kind, String key) {
        announcements.tell(
                News.of(new DossierKey("report", "1"), kind, key, "Giấy của " + actor.name(), "19/06/2026"),
                List.of(actor.id()));
        jdbc.sql("update notice set told_at = ? where person_id = ? and dedupe = ?")
                .params(Timestamp.from(clock.instant()), actor.id().value(), key)
                .update();
    }

    private void put(String key, String address) {
        outbox.put(key, officer(), address, "Lan Tỏa: thư", "Nội dung").orElseThrow();
    }

    private PersonId officer() {
        return branch.officer(branch.a1).id();
    }

    private static MailTransport smtp(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        return new SmtpTransport(sender, "lantoa@lantoa.example");
    }

    private static MailTransport watched(MailTransport transport, Runnable before) {
        return new MailTransport() {
            @Override
            public void send(Letter letter) throws Refused, Unavailable {
                before.run();
                transport.send(letter);
            }

            @Override
            public String where() {
                return transport.where();
            }
        };
    }

    private static List<String> recipients() {
        return Arrays.stream(SMTP.getReceivedMessages())
                .map(mail -> GreenMailUtil.getHeaders(mail).replaceAll("(?s).*?To: (\\S+).*", "$1"))
                .toList();
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable catching(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private record One(MailTransport transport) implements ObjectProvider<MailTransport> {

        @Override
        public MailTransport getObject() {
            return transport;
        }

        @Override
        public MailTransport getIfAvailable() {
            return transport;
        }
    }

    /** Begins today at noon in Vietnam and goes on when told to. */
    private static class Noon extends Clock {

        private Instant now = Instant.now()
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .withHour(12)
                .withMinute(0)
                .plusDays(1)
                .toInstant();

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
