package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.lantoa.engine.Decisions;
import vn.lantoa.testing.IntegrationTest;

/** Every row of the two decision tables of the recognition, on the day it begins and the day before. */
@IntegrationTest
class SafetyTablesTest {

    private static final String ON = "2026-11-22";
    private static final String SINCE = "2022-02-10";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private record Row(String criterion, String outcome, String reason, Map<String, Object> facts) {}

    private static final List<Row> ROWS = List.of(
            office("A1.1", "UNMET", "A1.1", "resolution", "NO"),
            office("A1.1", "UNMET", "A1.1", "resolution", "NONE"),
            office("A1.1", "WARN", "A1.1.late", "resolutionQuarter", 2),
            office("A1.2", "UNMET", "A1.2", "plan", "NO"),
            office("A1.3", "WARN", "A1.3.late", "late", true),
            office("A1.4", "UNMET", "A1.4.protection", "ruleProtection", "NO"),
            office("A1.4", "UNMET", "A1.4.secrets", "ruleSecrets", "NO"),
            office("A1.4", "UNMET", "A1.4.politics", "rulePolitics", "NO"),
            office("A1.4", "UNMET", "A1.4.safety", "ruleSafety", "NO"),
            office("A1.4", "UNMET", "A1.4.fire", "ruleFire", "NONE"),
            office("A1.4", "UNMET", "A1.4.environment", "ruleEnvironment", "NO"),
            office("A1.5", "UNMET", "A1.5", "briefed", 119),
            office("A1.5", "UNMET", "A1.5", "headcount", 0),
            office("A1.6", "UNMET", "A1.6", "aliveModels", 0),
            office("A2", "UNMET", "A2", "policy", "NO"),
            office("A3", "UNMET", "A3", "noEvents", "NO"),
            office("A4", "UNMET", "A4", "noOffences", "NO"),
            office("A5", "UNMET", "A5", "guards", "NO"),
            office("LOCAL", "UNMET", "LOCAL", "localUnmet", 2),
            school("D1", "UNMET", "D1", "aliveModels", 0),
            school("D2", "UNMET", "D2", "coordination", "NO"),
            school("D3", "UNMET", "D3", "noDisorder", "NO"),
            school("D4", "UNMET", "D4", "noViolence", "NO"),
            school("D5", "UNMET", "D5", "staffTasks", "NO"),
            school("D6", "UNMET", "D6.resolution", "resolution", "NO"),
            school("D6", "WARN", "D6.resolution-late", "resolutionQuarter", 4),
            school("D6", "UNMET", "D6.plan", "plan", "NONE"),
            school("D6", "WARN", "D6.late", "late", true),
            school("LOCAL", "UNMET", "LOCAL", "localUnmet", 1));

    @Autowired
    Decisions decisions;

    @Autowired
    MessageSource messages;

    @Test
    void the_checklist_row_by_row() {
        for (var workplace : List.of("CQ", "DN", "CSGD")) {
            assertThat(decisions.ask("safety-checklist", met(ON, workplace)))
                    .as(workplace + " meets all")
                    .isEmpty();
        }
        for (var row : ROWS) {
            var facts = met(ON, "DN");
            facts.putAll(row.facts());
            var found = decisions.ask("safety-checklist", facts);
            assertThat(found).as("%s", row).hasSize(1);
            assertThat(found.get(0))
                    .as("%s", row)
                    .containsEntry("criterion", row.criterion())
                    .containsEntry("outcome", row.outcome())
                    .containsEntry("reason", row.reason());
            assertThat((String) found.get(0).get("basis")).contains("TT 124/2021/TT-BCA");
            assertThat(messages.getMessage("safety.finding." + row.reason(), null, VIETNAMESE))
                    .isNotBlank();
            facts.put("on", SINCE);
            assertThat(decisions.ask("safety-checklist", facts))
                    .as("the first day of %s", row)
                    .hasSize(1);
            facts.put("on", LocalDate.parse(SINCE).minusDays(1).toString());
            assertThat(decisions.ask("safety-checklist", facts))
                    .as("the day before %s", row)
                    .isEmpty();
        }
    }

    @Test
    void a_unit_without_a_party_organisation_needs_no_resolution_and_exactly_all_must_be_briefed() {
        var facts = met(ON, "CQ");
        facts.put("resolution", "NA");
        facts.put("resolutionQuarter", 0);
        assertThat(decisions.ask("safety-checklist", facts)).isEmpty();
        facts.put("headcount", 1_000_000);
        facts.put("briefed", 999_999);
        assertThat(decisions.ask("safety-checklist", facts))
                .extracting(row -> row.get("reason"))
                .containsExactly("A1.5");
        facts.put("policy", "NO");
        facts.put("guards", "NO");
        assertThat(decisions.ask("safety-checklist", facts)).hasSize(3);
    }

    @Test
    void what_is_asked_of_offices_is_not_asked_of_schools_and_the_other_way_round() {
        var school = met(ON, "CSGD");
        List.of("ruleFire", "policy", "noEvents", "noOffences", "guards").forEach(key -> school.put(key, "NONE"));
        school.put("headcount", 0);
        assertThat(decisions.ask("safety-checklist", school)).isEmpty();
        var office = met(ON, "DN");
        List.of("coordination", "noDisorder", "noViolence", "staffTasks").forEach(key -> office.put(key, "NONE"));
        assertThat(decisions.ask("safety-checklist", office)).isEmpty();
    }

    @Test
    void the_objects_row_by_row() {
        var rows = Map.of(
                "ARMED", object("CQ", "NONE", "NONE", true),
                "MICRO", object("DN", "MICRO", "NONE", false),
                "SMALL", object("DN", "SMALL", "NONE", false),
                "PRESCHOOL", object("CSGD", "NONE", "PRESCHOOL", false),
                "PRIMARY", object("CSGD", "NONE", "PRIMARY", false));
        rows.forEach((reason, facts) -> {
            assertThat(decisions.ask("safety-object", facts))
                    .as(reason)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("reason")).isEqualTo(reason);
                        assertThat((String) row.get("basis")).contains("Điều 2");
                    });
            assertThat(messages.getMessage("safety.not-object." + reason, null, VIETNAMESE))
                    .isNotBlank();
            var before = new HashMap<>(facts);
            before.put("on", "2022-02-09");
            assertThat(decisions.ask("safety-object", before)).as(reason).isEmpty();
        });
        assertThat(decisions.ask("safety-object", object("CQ", "NONE", "NONE", false)))
                .isEmpty();
        for (var size : List.of("MEDIUM", "LARGE")) {
            assertThat(decisions.ask("safety-object", object("DN", size, "NONE", false)))
                    .isEmpty();
        }
        for (var level : List.of("SECONDARY", "HIGHER")) {
            assertThat(decisions.ask("safety-object", object("CSGD", "NONE", level, false)))
                    .isEmpty();
        }
    }

    private static Map<String, Object> object(String workplace, String size, String level, boolean armed) {
        return Map.of(
                "on", ON, "workplace", workplace, "enterpriseSize", size, "schoolLevel", level, "armedForces", armed);
    }

    private static Row office(String criterion, String outcome, String reason, String fact, Object value) {
        return new Row(criterion, outcome, reason, Map.of(fact, value));
    }

    private static Row school(String criterion, String outcome, String reason, String fact, Object value) {
        return new Row(criterion, outcome, reason, Map.of(fact, value, "workplace", "CSGD"));
    }

    private static Map<String, Object> met(String on, String workplace) {
        var facts = new HashMap<String, Object>();
        for (var criterion : Criterion.values()) {
            facts.put(criterion.key(), "YES");
        }
        facts.put("on", on);
        facts.put("workplace", workplace);
        facts.put("late", false);
        facts.put("resolutionQuarter", 1);
        facts.put("headcount", 120);
        facts.put("briefed", 120);
        facts.put("aliveModels", 1);
        facts.put("localUnmet", 0);
        return facts;
    }
}
