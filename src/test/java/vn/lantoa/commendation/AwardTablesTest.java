package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.lantoa.engine.Decisions;
import vn.lantoa.testing.IntegrationTest;

/** Every row of the three decision tables of commendation, on the day it begins and the day before. */
@IntegrationTest
class AwardTablesTest {

    private static final String ON = "2026-11-22";

    /** One row of {@code eligibility.dmn}: what makes it hold, and from when. */
    private record Row(String rule, String outcome, String reason, String since, Map<String, Object> facts) {}

    private static final List<Row> ELIGIBILITY = List.of(
            row("E01", "HOLD", "E01.not-clear", "2025-07-01", "attestation", "NOT_CLEAR"),
            row("E01", "HOLD", "E01.none", "2025-07-01", "attestation", "NONE"),
            row("E01", "HOLD", "E01.expired", "2025-07-01", "attestation", "EXPIRED"),
            row("E02", "BLOCK", "E02", "2025-07-01", "withinDiscipline", true),
            row("E03", "BLOCK", "E03", "2024-01-01", "sameAchievement", true),
            row("E04", "BLOCK", "E04", "2025-07-01", "thematicBasis", true),
            row("E05", "INFO", "E05", "2025-07-01", "anyEarlier", false),
            row("E06", "INFO", "E06", "2025-07-01", "woman", true),
            row("E07", "INFO", "E07", "2025-07-01", "preferred", true),
            row("E08", "INFO", "E08", "2025-07-01", "directWorker", true),
            row("E09", "BLOCK", "E09", "2016-08-11", "otherKindSameLevel", true),
            row("E09", "BLOCK", "E09", "2016-08-11", "otherKindSameLevel", true, "kind", "THEMATIC"),
            row("E09", "INFO", "E09.feat", "2016-08-11", "otherKindSameLevel", true, "kind", "UNEXPECTED"),
            row("E10", "INFO", "E10", "2016-08-11", "otherLevelSameYear", true),
            row("E11", "WARN", "E11", "2025-07-01", "overlapsLast", true),
            row("E12", "BLOCK", "E12", "2025-08-05", "unitDissolved", true, "collective", true),
            row("E12", "INFO", "E12.person", "2025-08-05", "unitDissolved", true),
            row("E13", "BLOCK", "E13", "2019-11-12", "quotaUsed", true),
            row("E14", "BLOCK", "E14", "2025-04-28", "sameBadge", true, "form", "BADGE"),
            row("E15", "BLOCK", "E15", "2025-07-01", "tooOld", true, "stateAward", true),
            row("E16", "WARN", "E16", "2024-01-01", "directShareLow", true),
            row("E17", "WARN", "E17", "2018-12-05", "unregistered", true),
            row("E18", "BLOCK", "E18", "2026-01-01", "consent", false),
            row("E19", "WARN", "E19", "2024-01-01", "namesake", true));

    @Autowired
    Decisions decisions;

    @Autowired
    MessageSource messages;

    @Test
    void eligibility_row_by_row() {
        assertThat(decisions.ask("eligibility", clear(ON)))
                .as("nothing speaks against it")
                .isEmpty();
        for (var row : ELIGIBILITY) {
            var facts = clear(ON);
            facts.putAll(row.facts());
            var found = decisions.ask("eligibility", facts);
            assertThat(found).as("%s", row).hasSize(1);
            assertThat(found.get(0))
                    .as("%s", row)
                    .containsEntry("rule", row.rule())
                    .containsEntry("outcome", row.outcome())
                    .containsEntry("reason", row.reason());
            assertThat((String) found.get(0).get("basis")).isNotBlank();
            assertThat(messages.getMessage("eligibility." + row.reason(), null, java.util.Locale.forLanguageTag("vi")))
                    .isNotBlank();
            facts.put("on", row.since());
            assertThat(decisions.ask("eligibility", facts))
                    .as("the first day of %s", row)
                    .hasSize(1);
            facts.put("on", LocalDate.parse(row.since()).minusDays(1).toString());
            assertThat(decisions.ask("eligibility", facts))
                    .as("the day before %s", row)
                    .isEmpty();
        }
    }

    @Test
    void several_rows_hold_at_once() {
        var facts = clear(ON);
        facts.putAll(Map.of("attestation", "NONE", "consent", false, "namesake", true));
        assertThat(decisions.ask("eligibility", facts))
                .extracting(row -> row.get("rule"))
                .containsExactlyInAnyOrder("E01", "E18", "E19");
        facts.put("tooOld", true);
        facts.put("sameBadge", true);
        assertThat(decisions.ask("eligibility", facts))
                .as("neither a state award nor a badge")
                .hasSize(3);
    }

    @Test
    void council_rule_row_by_row() {
        var committee = rule(ON, 4, "MERIT");
        assertThat(committee.council()).isFalse();
        assertThat(committee.approvalPercent()).isEqualTo(50);
        assertThat(committee.ballot()).isEqualTo(CouncilRule.Ballot.OPEN);
        assertThat(rule(ON, 4, "FLAG")).isEqualTo(committee);
        for (var level : List.of(1, 2, 3)) {
            for (var form : List.of("CERTIFICATE", "MERIT", "BADGE", "PRIZE")) {
                var rule = rule(ON, level, form);
                assertThat(rule.council()).isTrue();
                assertThat(rule.approvalPercent()).isEqualTo(50);
                assertThat(rule.base()).isEqualTo(CouncilRule.Base.ALL_MEMBERS);
                assertThat(rule.basis()).contains("NĐ 152/2025/NĐ-CP");
                assertThat(rule("2025-06-30", level, form).basis()).contains("NĐ 98/2023/NĐ-CP");
            }
            assertThat(rule(ON, level, "FLAG").approvalPercent()).isEqualTo(80);
            assertThat(rule("2025-06-30", level, "FLAG").approvalPercent()).isEqualTo(80);
        }
        assertThat(decisions.ask("council-rule", Map.of("on", "2023-12-31", "level", 3, "form", "MERIT")))
                .isEmpty();
    }

    @Test
    void eighty_percent_of_nine_are_eight() {
        var flags = rule(ON, 2, "FLAG");
        assertThat(flags.passed(9, 9, 0, 7)).isFalse();
        assertThat(flags.passed(9, 9, 0, 8)).isTrue();
        assertThat(flags.quorate(9, 5)).isFalse();
        assertThat(flags.quorate(9, 6)).isTrue();
    }

    @Test
    void next_level_row_by_row() {
        assertThat(next(4, 4, false, true)).isEqualTo("DECIDE");
        assertThat(next(3, 3, true, true)).isEqualTo("OUTSIDE");
        assertThat(next(4, 1, false, true)).isEqualTo("UP");
        assertThat(next(4, 1, true, true)).isEqualTo("UP");
        assertThat(next(2, 1, false, false))
                .as("the superior is not in this installation")
                .isEqualTo("OUTSIDE");
        assertThat(decisions.ask("next-level", facts("2023-12-31", 4, 4, false, true)))
                .isEmpty();
    }

    private String next(int level, int lastLevel, boolean outside, boolean hasSuperior) {
        var found = decisions.ask("next-level", facts(ON, level, lastLevel, outside, hasSuperior));
        assertThat(found).hasSize(1);
        assertThat((String) found.get(0).get("basis")).isNotBlank();
        return (String) found.get(0).get("nextStep");
    }

    private static Map<String, Object> facts(
            String on, int level, int lastLevel, boolean outside, boolean hasSuperior) {
        return Map.of("on", on, "level", level, "lastLevel", lastLevel, "outside", outside, "hasSuperior", hasSuperior);
    }

    private CouncilRule rule(String on, int level, String form) {
        var found = decisions.ask("council-rule", Map.of("on", on, "level", level, "form", form));
        assertThat(found).as("%s %s %s", on, level, form).hasSize(1);
        return CouncilRule.of(found.get(0));
    }

    private static Map<String, Object> clear(String on) {
        var facts = new HashMap<String, Object>();
        for (var no : List.of(
                "collective",
                "stateAward",
                "withinDiscipline",
                "sameAchievement",
                "thematicBasis",
                "woman",
                "preferred",
                "directWorker",
                "otherKindSameLevel",
                "otherLevelSameYear",
                "overlapsLast",
                "unitDissolved",
                "quotaUsed",
                "sameBadge",
                "tooOld",
                "directShareLow",
                "unregistered",
                "namesake")) {
            facts.put(no, false);
        }
        facts.putAll(Map.of(
                "on",
                on,
                "form",
                "MERIT",
                "kind",
                "MERIT",
                "attestation",
                "CLEAR",
                "anyEarlier",
                true,
                "consent",
                true));
        return facts;
    }

    private static Row row(String rule, String outcome, String reason, String since, Object... facts) {
        var more = new HashMap<String, Object>();
        for (var at = 0; at < facts.length; at += 2) {
            more.put((String) facts[at], facts[at + 1]);
        }
        return new Row(rule, outcome, reason, since, more);
    }
}
