package vn.lantoa.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The nodes of the installation: each says every half minute that it lives. It runs on the machine's time, which the demo cannot move: a
 * clock set a month ahead would have every node away.
 */
@Component
class Nodes implements DisposableBean {

    /** Four heartbeats missed. */
    static final Duration AWAY_AFTER = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(Nodes.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final String id = UUID.randomUUID().toString();
    private final Clock machine = Clock.systemUTC();
    private final Instant startedAt = now();
    private final JdbcClient jdbc;
    private final Environment settings;
    private volatile String name;

    Nodes(JdbcClient jdbc, Environment settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The port is known from now on. */
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        name = ownName();
        guarded("forget the one before", this::replace);
        beat();
    }

    @Scheduled(fixedRate = 30_000, initialDelay = 30_000)
    void beat() {
        if (name != null) {
            guarded("say that it lives", this::write);
        }
    }

    /** Whoever goes on purpose is not missed; a row that stays tells of one that was cut off. */
    @Override
    public void destroy() {
        if (name != null) {
            name = null;
            guarded(
                    "take its leave",
                    () -> jdbc.sql("delete from node where id = ?").param(id).update());
        }
    }

    /** All that were seen within a day; those away first, then by name. */
    List<Node> all() {
        var now = now();
        return jdbc
                .sql("select * from node where seen_at > ? order by name, started_at")
                .param(Timestamp.from(now.minus(KEPT)))
                .query((row, n) -> {
                    var seen = row.getTimestamp("seen_at").toInstant();
                    return new Node(
                            row.getString("name"),
                            Optional.ofNullable(row.getString("version")),
                            row.getTimestamp("started_at").toInstant(),
                            seen,
                            seen.isBefore(now.minus(AWAY_AFTER)),
                            id.equals(row.getString("id")));
                })
                .list()
                .stream()
                .sorted((one, other) -> Boolean.compare(other.away(), one.away()))
                .toList();
    }

    /** Whoever had this address before is gone for certain; two that really share a name write their rows anew and both stay. */
    private void replace() {
        jdbc.sql("delete from node where name = ?").param(name).update();
    }

    private void write() {
        var now = now();
        var known = jdbc.sql("update node set seen_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
        if (known == 0) {
            jdbc.sql("insert into node (id, name, version, started_at, seen_at) values (?, ?, ?, ?, ?)")
                    .params(id, name)
                    .param(version().orElse(null))
                    .params(Timestamp.from(startedAt), Timestamp.from(now))
                    .update();
        }
        jdbc.sql("delete from node where seen_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private static void guarded(String what, Runnable act) {
        try {
            act.run();
        } catch (DataAccessException | TransactionException away) {
            log.warn("This node cannot {}: {}", what, away.getMessage());
        }
    }

    private String ownName() {
        var given = settings.getProperty("lantoa.node.name", "");
        var own = given.isBlank()
                ? host() + ":" + settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"))
                : given.strip();
        return own.length() > LONGEST_NAME ? own.substring(0, LONGEST_NAME) : own;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** Only the packaged program carries one. */
    private Optional<String> version() {
        return Optional.ofNullable(settings.getProperty("spring.application.version"))
                .filter(one -> !one.isBlank());
    }

    private Instant now() {
        return machine.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
