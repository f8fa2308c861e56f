package vn.lantoa.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody must be first: on an installation without an administrator one is made, and a one-time password is written to the log once.
 * Its name is {@code lantoa.first-admin}.
 */
@Component
@Order(20)
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final JdbcClient jdbc;
    private final TreeWriter writer;
    private final Units units;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String username;

    FirstAdministrator(
            JdbcClient jdbc,
            TreeWriter writer,
            Units units,
            Accounts accounts,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${lantoa.first-admin:quantri1}") String username) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.units = units;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
        this.username = username;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var known = jdbc.sql("select count(*) from post_holding where post = ?")
                .param(Post.ADMINISTRATOR.code())
                .query(Long.class)
                .single();
        if (known > 0) {
            return;
        }
        var password = Secrets.oneTimePassword();
        try {
            transaction.executeWithoutResult(status -> make(password));
            LOG.warn(
                    "First start: sign in as \"{}\" with the one-time password {} (shown only now; it must be changed at once)",
                    username,
                    password);
        } catch (DuplicateKeyException e) {
            LOG.info("Another node made the first administrator");
        }
    }

    private void make(String password) {
        var today = LocalDate.now(clock);
        var root = units.roots(today).get(0).id();
        var person = writer.people(List.of(
                        new TreeWriter.NewPerson(username, "Quản trị thứ nhất", root, accounts.hash(password), true)))
                .get(0);
        writer.holdings(List.of(new Holding(person, Post.ADMINISTRATOR, root, null, null, today, null)));
    }
}
