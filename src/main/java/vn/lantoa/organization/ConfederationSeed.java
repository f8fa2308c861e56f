package vn.lantoa.organization;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.TreeWriter.NewUnit;

/**
 * The first start's tree: the Confederation with the 34 provincial federations and the sector and corporation unions, or a single root of
 * one's own ({@code lantoa.organization.seed}).
 */
@Component
@Order(10)
class ConfederationSeed implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ConfederationSeed.class);

    /** The day on which 63 provinces became 34 (units-34.csv). */
    private static final LocalDate NEW_PROVINCES = LocalDate.of(2025, 7, 1);

    /** Old codes of the provinces that were cities under the centre before that day. */
    private static final Set<String> OLD_CITIES = Set.of("31", "48", "79", "92");

    private final TreeWriter writer;
    private final Units units;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String seed;
    private final NewUnit ownRoot;

    ConfederationSeed(
            TreeWriter writer,
            Units units,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${lantoa.organization.seed:confederation}") String seed,
            @Value("${lantoa.organization.root-code:GOC}") String rootCode,
            @Value("${lantoa.organization.root-name:Đơn vị gốc}") String rootName,
            @Value("${lantoa.organization.root-kind:PROVINCIAL_FEDERATION}") UnitKind rootKind) {
        this.writer = writer;
        this.units = units;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seed = seed;
        this.ownRoot =
                new NewUnit(rootCode, VietnameseText.clean(rootName), rootKind, null, TreeWriter.LONG_AGO, null, null);
        if (!Set.of("none", "confederation").contains(seed)) {
            throw new IllegalArgumentException(
                    "lantoa.organization.seed is \"confederation\" or \"none\", not \"" + seed + "\"");
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from unit").query(Long.class).single() > 0) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> plant());
        } catch (DuplicateKeyException e) {
            LOG.info("Another node planted the tree of units first");
        }
    }

    private void plant() {
        if (seed.equals("none")) {
            writer.unit(ownRoot);
            return;
        }
        var root = writer.unit(new NewUnit(
                "TLD",
                "Tổng Liên đoàn Lao động Việt Nam",
                UnitKind.CONFEDERATION,
                null,
                TreeWriter.LONG_AGO,
                null,
                null));
        for (var province : read("units-34.csv")) {
            plantProvince(province, root);
        }
        writer.units(read("sector-unions.csv").stream()
                .map(row -> new NewUnit(
                        row.get("code"),
                        row.get("name"),
                        UnitKind.valueOf(row.get("kind")),
                        root,
                        TreeWriter.LONG_AGO,
                        null,
                        null))
                .toList());
        for (var former : read("former-names.csv")) {
            writeFormerName(former);
        }
    }

    private void plantProvince(CSVRecord row, UnitId root) {
        var merged = row.get("change_2025").equals("merged");
        var province = writer.unit(new NewUnit(
                "LDLD-" + row.get("province_code"),
                row.get("union_short_vi"),
                UnitKind.PROVINCIAL_FEDERATION,
                root,
                merged ? NEW_PROVINCES : TreeWriter.LONG_AGO,
                null,
                null));
        if (merged) {
            var names = row.get("formed_from_vi").split("; *");
            var codes = row.get("formed_from_old_codes").split("; *");
            for (var i = 0; i < codes.length; i++) {
                var old = writer.unit(oldProvince(codes[i].strip(), names[i].strip(), root));
                writer.succession(old, province, NEW_PROVINCES);
            }
        }
    }

    private static NewUnit oldProvince(String code, String name, UnitId root) {
        var type = OLD_CITIES.contains(code) ? "thành phố" : "tỉnh";
        return new NewUnit(
                "LDLD-OLD-" + code,
                "LĐLĐ " + type + " " + name,
                UnitKind.PROVINCIAL_FEDERATION,
                root,
                TreeWriter.LONG_AGO,
                NEW_PROVINCES.minusDays(1),
                null);
    }

    private void writeFormerName(CSVRecord row) {
        var unit = units.findByCode(row.get("code")).orElseThrow().id();
        var until = LocalDate.parse(row.get("until"));
        writer.formerName(unit, row.get("name"), until);
    }

    private static List<CSVRecord> read(String file) {
        try (var reader = new InputStreamReader(
                new ClassPathResource("organization/" + file).getInputStream(), StandardCharsets.UTF_8)) {
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
