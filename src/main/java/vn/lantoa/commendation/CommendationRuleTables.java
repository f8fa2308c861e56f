package vn.lantoa.commendation;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Units;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The dated tables of commendation, described for the rulebook. */
@Configuration
class CommendationRuleTables {

    @Bean
    RuleTable awardTitleTable(JdbcClient jdbc) {
        return new AwardTitleTables.Common(jdbc);
    }

    @Bean
    RuleTable ownAwardTitleTable(JdbcClient jdbc, Units units) {
        return new AwardTitleTables.Own(jdbc, units);
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
                        RuleColumn.number("level_no", 1, 4)
                                .among(AwardTitleTables.LEVELS)
                                .asKey(),
                        RuleColumn.number("places", 0, 100_000)));
    }

    @Bean
    RuleTable awardQuotaOfUnitTable(JdbcClient jdbc, Units units) {
        return new AwardQuotaOfUnitTable(jdbc, units);
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
                List.of(RuleColumn.choice("salary", "BASE").asKey(), RuleColumn.number("amount", 1, 100_000_000)));
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
                Stream.concat(
                                Stream.of(RuleColumn.number("level_no", 1, 4)
                                        .among(AwardTitleTables.LEVELS)
                                        .asKey()),
                                days)
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
}
