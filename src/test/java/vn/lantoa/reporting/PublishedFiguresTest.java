package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** What was really published (report-figures.csv) goes in through the API and comes out as it was said. */
@IntegrationTest
class PublishedFiguresTest {

    private static final Set<String> NOT_IN_THE_CATALOGUE = Set.of("D3b", "D3c", "E8");
    private static final Map<String, String> QUALIFIERS =
            Map.of("exact", "exact", "more than", "more_than", "almost", "almost", "over", "over", "about", "about");

    @Autowired
    ApplicationContext context;

    @AfterEach
    void reportsAndEngineAgree() {
        ReportConsistency.check(context);
    }

    @ParameterizedTest
    @CsvSource({
        "Đà Nẵng,          before Tết 2025,   2024-01-01, 2025-01-28",
        "Đồng Tháp,        to 2026-01,        2025-07-01, 2026-01-31",
        "Thanh Hóa,        2016,              2016-01-01, 2016-12-31",
        "Cần Thơ,          as published,      2020-01-01, 2024-12-31",
        "Quảng Ngãi (cũ),  2006–2016,         2006-01-01, 2016-10-05",
        "Bình Thuận (cũ),  2006–2016,         2006-01-01, 2016-10-13",
        "Quảng Bình (cũ),  2019,              2019-01-01, 2019-12-31",
        "Lào Cai (cũ),     to 2014,           2013-01-01, 2014-12-31"
    })
    void published_figures_come_back_as_they_were_said(String place, String period, String from, String to)
            throws IOException {
        var branch = Branch.grow(context);
        var unit = branch.unit("P", "LĐLĐ " + place, UnitKind.PROVINCIAL_FEDERATION, branch.root);
        var officer = person(branch, Post.OFFICER, unit);
        var checker = person(branch, Post.CHECKER, unit);
        var leader = person(branch, Post.LEADER, unit);
        var client = new ReportClient(context);
        var published = published(place, period);
        var opened = client.open(
                branch.officer(branch.root), unit.toString(), Map.of("type", "span", "from", from, "to", to));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        var report = opened.body().path("id").asText();

        var answers = new LinkedHashMap<>(published);
        unstated(report, published).forEach(code -> answers.put(code, Map.of("notStated", true)));
        client.completed(officer, report, "submit", Map.of("figures", answers));
        client.completed(checker, report, "pass", Map.of());
        client.completed(leader, report, "approve", Map.of());
        client.completed(branch.officer(branch.root), report, "accept", Map.of());

        var read = client.find(branch.officer(branch.root), report).body();
        assertThat(published).as("rows of the file").isNotEmpty();
        assertThat(read.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(read.at("/period/from").asText()).isEqualTo(from);
        published.forEach((code, figure) -> assertSame(code, figure, read.at("/values/" + code)));
        unstated(report, published).forEach(code -> {
            assertThat(read.at("/values/" + code + "/notStated").asBoolean())
                    .as(code)
                    .isTrue();
            assertThat(read.at("/values/" + code).has("value")).as(code).isFalse();
        });
    }

    @Test
    void the_share_of_recognised_units_is_recomputed() throws IOException {
        assertThat(published("Quảng Bình (cũ)", "2019")).containsKeys("E2", "E3", "E5", "E5b");
        var branch = Branch.grow(context);
        var client = new ReportClient(context);
        var report = client.open(
                        branch.officer(branch.a),
                        branch.a1.toString(),
                        Map.of("type", "span", "from", "2019-01-01", "to", "2019-12-31"))
                .body()
                .path("id")
                .asText();

        client.completed(
                branch.officer(branch.a1), report, "submit", Map.of("figures", published("Quảng Bình (cũ)", "2019")));

        var read = client.find(branch.officer(branch.a1), report).body();
        assertThat(read.at("/values/E4/value").decimalValue()).isEqualByComparingTo("96.14");
    }

    private static void assertSame(String code, Map<String, Object> figure, JsonNode read) {
        assertThat(read.path("value").decimalValue()).as(code).isEqualByComparingTo((BigDecimal) figure.get("value"));
        assertThat(read.path("qualifier").asText()).as(code).isEqualTo(figure.get("qualifier"));
    }

    /** Every indicator of the frozen list that the place published nothing about. */
    private List<String> unstated(String report, Map<String, Map<String, Object>> published) {
        var rows = context.getBean(ReportRows.class);
        return context
                .getBean(IndicatorCatalogue.class)
                .frozen(rows.find(ReportId.of(report)).orElseThrow().list())
                .stream()
                .filter(indicator -> indicator.derived() == null)
                .filter(indicator -> published.keySet().stream()
                        .noneMatch(key -> key.equals(indicator.code()) || key.startsWith(indicator.code() + ".")))
                .flatMap(indicator -> indicator.keys().stream())
                .toList();
    }

    private static Map<String, Map<String, Object>> published(String place, String period) throws IOException {
        var figures = new LinkedHashMap<String, Map<String, Object>>();
        for (var row : rows()) {
            if (row.get("unit_name").equals(place)
                    && row.get("period").equals(period)
                    && !NOT_IN_THE_CATALOGUE.contains(row.get("indicator_code"))) {
                figures.merge(key(row), figure(row), PublishedFiguresTest::together);
            }
        }
        return figures;
    }

    private static List<CSVRecord> rows() throws IOException {
        try (var in = new InputStreamReader(
                PublishedFiguresTest.class.getResourceAsStream("/reporting/report-figures.csv"),
                StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    private static String key(CSVRecord row) {
        var code = row.get("indicator_code");
        var awards = code.matches("G([1-9]|1[01])");
        return switch (row.get("value_unit")) {
            case "tập thể" -> awards ? code + ".collective" : code;
            case "cá nhân" -> awards ? code + ".individual" : code;
            default -> code;
        };
    }

    private static Map<String, Object> figure(CSVRecord row) {
        return Map.of("value", new BigDecimal(row.get("value")), "qualifier", QUALIFIERS.get(row.get("qualifier")));
    }

    /** Two levels of one indicator, as Quảng Bình published its replicated models. */
    private static Map<String, Object> together(Map<String, Object> one, Map<String, Object> other) {
        return Map.of(
                "value",
                ((BigDecimal) one.get("value")).add((BigDecimal) other.get("value")),
                "qualifier",
                one.get("qualifier"));
    }

    private static Actor person(Branch branch, Post post, UnitId unit) {
        return branch.appoint(branch.username(post, unit) + "-" + post.ordinal(), "Nguyễn Thử", post, unit);
    }
}
