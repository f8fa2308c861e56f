package vn.lantoa.faults;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F4: the sender killed after the mail server has taken a mail and before it could say so. */
final class KilledCourier implements Fault {

    private static final int MAILS = 5;

    /** A try that crashed blocks its mail for two minutes. */
    private static final int PATIENCE_SECONDS = 180;

    @Override
    public String code() {
        return "F4";
    }

    @Override
    public String done() {
        return "the sender killed (kill -9) between the mail server's taking a mail and its saying so";
    }

    /** Not at the small scale: a mail whose sender died waits two minutes. */
    @Override
    public int runs(boolean full) {
        return full ? 20 : 0;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var server = ground.nodes().server;
        var database = server.client();
        try (var mail = new MailSink();
                var courier = new Node(
                        ground.folder("courier"),
                        Stream.concat(
                                        Stream.of(server.settings("postgres")),
                                        Stream.of(
                                                "--spring.mail.host=127.0.0.1",
                                                "--spring.mail.port=" + mail.port(),
                                                "--lantoa.mail.every=1s"))
                                .toArray(String[]::new))) {
            courier.start();
            for (var run = 0; run < runs; run++) {
                var killed = new CountDownLatch(1);
                mail.beforeSayingSo(() -> {
                    kill(courier);
                    killed.countDown();
                });
                put(database);
                if (!killed.await(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no mail came");
                }
                courier.start();
            }
            var begun = Instant.now();
            while (waiting(database) > 0 && Instant.now().isBefore(begun.plusSeconds(PATIENCE_SECONDS))) {
                TimeUnit.SECONDS.sleep(1);
            }
            return outcome(runs, database, mail);
        }
    }

    /** A mail that came again is known by its Message-ID; one that came again under another would be a second mail. */
    private static Outcome outcome(int runs, JdbcClient database, MailSink mail) {
        var sent = database.sql("select message_id from mail where business_key like 'fault:%'")
                .query(String.class)
                .list();
        var taken = new HashSet<>(mail.taken());
        var known = new HashSet<>(sent);
        var strangers = (int) taken.stream().filter(one -> !known.contains(one)).count();
        var check = new Check();
        check.cases(sent.size(), (int) sent.stream().filter(taken::contains).count(), strangers);
        if (waiting(database) > 0) {
            check.broke(waiting(database) + " mails still wait");
        }
        return check.outcome(
                runs,
                "%d mails came again, each under the Message-ID it had (goal: at most one a kill)"
                        .formatted(mail.taken().size() - taken.size()));
    }

    private static void put(JdbcClient database) {
        for (var one = 0; one < MAILS; one++) {
            var id = UUID.randomUUID();
            database.sql(
                            "insert into mail (business_key, person_id, address, subject, body, message_id, state, attempts, next_at,"
                                    + " queued_at) select ?, min(id), 'thu@example.vn', 'Thử', 'Thử', ?, 'WAITING', 0, now(), now() from person")
                    .params("fault:" + id, "<" + id + "@fault.example.vn>")
                    .update();
        }
    }

    private static long waiting(JdbcClient database) {
        return database.sql("select count(*) from mail where business_key like 'fault:%' and state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    private static void kill(Node node) {
        try {
            node.kill();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
