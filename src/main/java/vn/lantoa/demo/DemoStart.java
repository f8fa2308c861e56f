package vn.lantoa.demo;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.TreeGenerator;

/** Fills an empty database at the demo's first start, and keeps what is there at every later one. */
@Component
@Order(30)
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);
    private static final String PLANTED = "planted";

    /** Code of the root below which {@code lantoa.demo.units} grow. */
    static final String FURTHER = "THU";

    private final DemoSettings settings;
    private final DemoPassword password;
    private final DemoTree tree;
    private final DemoAccounts accounts;
    private final DemoReports reports;
    private final DemoHistories histories;
    private final DemoAwards awards;
    private final DemoExemplars exemplars;
    private final DemoModels models;
    private final TreeGenerator generator;
    private final DemoHaste haste;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int further;

    DemoStart(
            DemoSettings settings,
            DemoPassword password,
            DemoTree tree,
            DemoAccounts accounts,
            DemoReports reports,
            DemoHistories histories,
            DemoAwards awards,
            DemoExemplars exemplars,
            DemoModels models,
            TreeGenerator generator,
            DemoHaste haste,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${lantoa.demo.units:0}") int further) {
        this.settings = settings;
        this.password = password;
        this.tree = tree;
        this.accounts = accounts;
        this.reports = reports;
        this.histories = histories;
        this.awards = awards;
        this.exemplars = exemplars;
        this.models = models;
        this.generator = generator;
        this.haste = haste;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.further = further;
    }

    /** @throws IllegalStateException on a database in real use, which must never get accounts with a published password */
    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            var planted = settings.find(PLANTED).isPresent();
            if (!planted && people() > 0) {
                throw new IllegalStateException(
                        "This database holds real people: the profile \"demo\" starts only on an empty"
                                + " database or on one it has filled itself.");
            }
            var hash = password.decide();
            if (!planted) {
                plant(hash);
            }
        });
        haste.during(() -> {
            reports.write();
            histories.write();
            awards.write();
            exemplars.write();
            models.write();
        });
    }

    private void plant(String hash) {
        tree.grow();
        accounts.open(hash, LocalDate.now(clock));
        if (further > 0) {
            var begun = System.nanoTime();
            generator.generate(LocalDate.now(clock).getYear(), further, FURTHER, hash);
            log.info("{} further units were invented in {} s", further, (System.nanoTime() - begun) / 1_000_000_000);
        }
        settings.put(PLANTED, LocalDate.now(clock).toString());
        log.info("The demo's units and {} people are written", people());
    }

    private long people() {
        return jdbc.sql("select count(*) from person").query(Long.class).single();
    }
}
