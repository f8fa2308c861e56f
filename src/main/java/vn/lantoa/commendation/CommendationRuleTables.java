package vn.lantoa.commendation;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The dated tables of commendation, described for the rulebook. */
@Configuration
class CommendationRuleTables {

    private static final String[] LEVELS = {"1", "2", "3", "4"};

    @Bean
    RuleTable awardTitleTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "award-titles",
                40,
                "award_title",
                "decider_level desc, code",
                false,
                true,
                List.of(
                        RuleColumn.text("code", 30).asKey(),
                        RuleColumn.text("name", 200),
                        form("form", AwardForm.values()),
                        form("award_kind", AwardKind.values()),
                        RuleColumn.number("decider_level", 0, 4).among("0", "1", "2", "3", "4"),
                        RuleColumn.text("outside_body", 200).asOptional(),
                        RuleColumn.number("last_level", 1, 4).among(LEVELS),
                        RuleColumn.number("proposer_top", 1, 4).among(LEVELS),
                        RuleColumn.number("proposer_bottom", 1, 4).among(LEVELS),
                        RuleColumn.yesNo("individuals"),
                        RuleColumn.yesNo("collectives"),
                        RuleColumn.number("ratio_individual", 1, 10_000).asOptional(),
                        RuleColumn.number("ratio_collective", 1, 10_000).asOptional(),
                        RuleColumn.yesNo("state_award"),
                        RuleColumn.yesNo("registration"),
                        RuleColumn.text("parts", 200)));
    }

    @Bean
    RuleTable ownAwardTitleTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "own-award-titles",
                41,
                "award_title_own",
                "unit_id, code",
                true,
                true,
                List.of(
                        RuleColumn.text("code", 30).asKey(),
                        RuleColumn.text("name", 200),
                        form("form", AwardForm.values()),
                        form("award_kind", AwardKind.values()),
                        RuleColumn.yesNo("individuals"),
                        RuleColumn.yesNo("collectives"),
                        RuleColumn.number("ratio_individual", 1, 10_000).asOptional(),
                        RuleColumn.number("ratio_collective", 1, 10_000).asOptional()));
    }

    @Bean
    RuleTable awardQuotaTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "award-quotas",
                42,
                "award_quota",
                "code, level_no",
                false,
                true,
                List.of(
                        RuleColumn.text("code", 30).asKey(),
                        RuleColumn.number("level_no", 1, 4).among(LEVELS).asKey(),
                        RuleColumn.number("places", 0, 100_000)));
    }

    @Bean
    RuleTable baseSalaryTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "base-salary",
                43,
                "award_base_salary",
                "salary",
                false,
                false,
                List.of(
                        RuleColumn.choice("salary", "BASE").asKey(),
                        RuleColumn.number("amount", 1, 100_000_000)));
    }

    @Bean
    RuleTable awardStageTable(JdbcClient jdbc) {
        var days = Stream.of("nominate", "review", "council", "decide", "honour")
                .flatMap(stage -> Stream.of(
                        RuleColumn.number(stage + "_month", 1, 12), RuleColumn.number(stage + "_day", 1, 31)));
        return new DatedTable(
                jdbc,
                "award-stages",
                44,
                "award_stage",
                "level_no desc",
                false,
                false,
                Stream.concat(Stream.of(RuleColumn.number("level_no", 1, 4).among(LEVELS).asKey()), days)
                        .toList());
    }

    @Bean
    RuleTable awardSeasonRuleTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "award-season",
                45,
                "award_season_rule",
                "rule",
                false,
                false,
                List.of(
                        RuleColumn.choice("rule", "OPEN_MONTH", "OPEN_DAY", "DIRECT_SHARE", "ATTESTATION_MONTHS")
                                .asKey(),
                        RuleColumn.number("amount", 0, 1_000)));
    }

    private static RuleColumn form(String code, Enum<?>... options) {
        return RuleColumn.choice(code, Stream.of(options).map(Enum::name).toArray(String[]::new));
    }
}
