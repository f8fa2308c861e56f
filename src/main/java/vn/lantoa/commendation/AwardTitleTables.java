package vn.lantoa.commendation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleRefusal;
import vn.lantoa.rulebook.RuleRow;

/** The tables of award titles: of the installation, and of branches within their power (QĐ 999/QĐ-TLĐ; Luật 06/2022/QH15 Điều 80). */
final class AwardTitleTables {

    static final String[] LEVELS = {"1", "2", "3", "4"};

    private AwardTitleTables() {}

    /** Titles of the installation. */
    static class Common extends DatedTable {

        Common(JdbcClient jdbc) {
            super(
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
                            choice("form", AwardForm.values()),
                            choice("award_kind", AwardKind.values()),
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

        /** The last reviewing level decides, or an outside body is named; who proposes stands at that level or below. */
        @Override
        public Optional<RuleRefusal> check(RuleRow wanted) {
            var decider = wanted.number("decider_level");
            var last = wanted.number("last_level");
            if (decider > 0 && decider != last) {
                return Optional.of(RuleRefusal.at("last_level", "rulebook.refused.award-last-level"));
            }
            if (decider == 0 && wanted.value("outside_body").isBlank()) {
                return Optional.of(RuleRefusal.at("outside_body", "rulebook.refused.missing"));
            }
            return wanted.number("proposer_top") < last
                            || wanted.number("proposer_bottom") < wanted.number("proposer_top")
                    ? Optional.of(RuleRefusal.at("proposer_top", "rulebook.refused.award-proposers"))
                    : Optional.empty();
        }
    }

    /** Titles a unit sets for itself: it decides them, so their form is one of its power. */
    static class Own extends DatedTable {

        private final JdbcClient jdbc;
        private final Units units;

        Own(JdbcClient jdbc, Units units) {
            super(
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
                            choice("form", AwardForm.values()),
                            choice("award_kind", AwardKind.values()),
                            RuleColumn.yesNo("individuals"),
                            RuleColumn.yesNo("collectives"),
                            RuleColumn.number("ratio_individual", 1, 10_000).asOptional(),
                            RuleColumn.number("ratio_collective", 1, 10_000).asOptional()));
            this.jdbc = jdbc;
            this.units = units;
        }

        @Override
        public Optional<RuleRefusal> check(RuleRow wanted) {
            var level = units.find(wanted.unit()).map(Unit::level).orElse(4);
            if (!power(level).contains(AwardForm.valueOf(wanted.value("form")))) {
                return Optional.of(RuleRefusal.at("form", "rulebook.refused.award-power"));
            }
            return taken(wanted)
                    ? Optional.of(RuleRefusal.at("code", "rulebook.refused.award-code"))
                    : Optional.empty();
        }

        /** Certificates at every level, certificates of merit and flags from level 2 up, badges and prizes at level 1. */
        private static Set<AwardForm> power(int level) {
            return switch (level) {
                case 1 -> EnumSet.allOf(AwardForm.class);
                case 2 -> EnumSet.of(AwardForm.CERTIFICATE, AwardForm.MERIT, AwardForm.FLAG);
                default -> EnumSet.of(AwardForm.CERTIFICATE);
            };
        }

        /** A nomination names its title by code alone: one code means one title everywhere. */
        private boolean taken(RuleRow wanted) {
            return jdbc.sql(
                                    "select (select count(*) from award_title where code = :code)"
                                            + " + (select count(*) from award_title_own where code = :code and unit_id <> :unit)")
                            .param("code", wanted.value("code"))
                            .param("unit", wanted.unit().value())
                            .query(Integer.class)
                            .single()
                    > 0;
        }
    }

    private static RuleColumn choice(String code, Enum<?>... options) {
        return RuleColumn.choice(code, Stream.of(options).map(Enum::name).toArray(String[]::new));
    }
}
