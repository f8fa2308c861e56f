package vn.lantoa.models.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/**
 * The first start's catalogue: the models that unions have published (DOMAIN §1.9), kept by the root. Written once, after the tree of units; what is
 * edited or withdrawn later stays so.
 */
@Component
@Order(20)
class TypicalKinds implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TypicalKinds.class);

    /** Nobody entered them: the house brought them along. */
    private static final PersonId HOUSE = PersonId.of(0);

    private final KindRows rows;
    private final Units units;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TypicalKinds(KindRows rows, Units units, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var roots = units.roots(LocalDate.now(clock));
        if (roots.isEmpty()
                || jdbc.sql("select count(*) from model_kind").query(Long.class).single() > 0) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> write(roots.get(0).id()));
        } catch (DuplicateKeyException e) {
            LOG.info("Another node wrote the typical kinds of models first");
        }
    }

    private void write(UnitId keeper) {
        for (var row : read()) {
            var text = new KindText(
                    row.get("name"),
                    row.get("purpose"),
                    row.get("rules"),
                    row.get("conditions"),
                    row.get("costs"),
                    row.get("lessons"));
            rows.insert(row.get("code"), text, keeper, HOUSE);
        }
    }

    private static List<CSVRecord> read() {
        try (var reader = new InputStreamReader(
                new ClassPathResource("models/typical-kinds.csv").getInputStream(), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setTrim(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
