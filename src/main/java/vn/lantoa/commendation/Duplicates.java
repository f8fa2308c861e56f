package vn.lantoa.commendation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.VietnameseText;

/** The same person or collective found in other nominations: by the name without diacritics and the year of birth. */
@Component
class Duplicates {

    private static final String SAME = "select count(*) from nomination n join nominee e on e.nomination_id = n.id"
            + " join award_season s on s.id = n.season_id where e.folded = :folded"
            + " and e.collective = :collective and coalesce(e.birth_year, 0) = :born and n.id <> :self"
            + " and n.state not in ('REJECTED', 'WITHDRAWN', 'DISCARDED', 'NOT_THIS_TIME')";
    private static final String SAME_YEAR =
            " and s.season_year = (select season_year from award_season where id = :season)";
    private static final String TITLES = " and n.title_code in (select code from award_title where %s)";

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Proposed at another unit in the same year. */
    boolean elsewhere(Nomination nomination, Nominee nominee) {
        return any(
                nomination,
                nominee,
                SAME_YEAR + " and n.proposer_id <> " + nomination.proposer() + " and n.state <> 'DRAFT'",
                null);
    }

    /** An award for an achievement of the same words and the same time. */
    boolean sameAchievement(Nomination nomination, Nominee nominee) {
        if (nomination.achievement() == null || nomination.from() == null || nominee.name() == null) {
            return false;
        }
        return jdbc
                .sql(
                        "select n.achievement from nomination n join nominee e on e.nomination_id = n.id where e.folded = :folded"
                                + " and e.collective = :collective and coalesce(e.birth_year, 0) = :born and n.id <> :self"
                                + " and n.state = 'AWARDED' and n.period_from = :from and n.achievement is not null")
                .param("folded", VietnameseText.fold(nominee.name()))
                .param("collective", nominee.collective())
                .param("born", nominee.birthYear() == null ? 0 : nominee.birthYear())
                .param("self", nomination.id().value())
                .param("from", nomination.from())
                .query(String.class)
                .list()
                .stream()
                .anyMatch(other -> VietnameseText.fold(other).equals(VietnameseText.fold(nomination.achievement())));
    }

    /** Comprehensive and thematic decided at one level in one year. */
    boolean otherKindSameLevel(Nomination nomination, Nominee nominee, AwardTitle title) {
        var other = title.kind() == AwardKind.MERIT
                ? "'THEMATIC'"
                : title.kind() == AwardKind.THEMATIC ? "'MERIT'" : "'NONE'";
        return any(
                nomination,
                nominee,
                SAME_YEAR
                        + TITLES.formatted("award_kind = " + other + " and decider_level = " + title.deciderLevel()
                                + " and last_level = " + title.lastLevel()),
                null);
    }

    /** Proposed for a title of another level in the same year, which is allowed. */
    boolean otherLevelSameYear(Nomination nomination, Nominee nominee, AwardTitle title) {
        return any(nomination, nominee, SAME_YEAR + TITLES.formatted("decider_level <> " + title.deciderLevel()), null);
    }

    /** Proposed for, or given, the very same title whatever the year. */
    boolean sameTitle(Nomination nomination, Nominee nominee, AwardTitle title) {
        return any(nomination, nominee, " and n.title_code = :title and n.state = 'AWARDED'", title.code());
    }

    private boolean any(Nomination nomination, Nominee nominee, String more, String title) {
        if (nominee.name() == null) {
            return false;
        }
        var query = jdbc.sql(SAME + more)
                .param("folded", VietnameseText.fold(nominee.name()))
                .param("collective", nominee.collective())
                .param("born", nominee.birthYear() == null ? 0 : nominee.birthYear())
                .param("self", nomination.id().value());
        if (more.contains(":season")) {
            query = query.param("season", nomination.season());
        }
        if (title != null) {
            query = query.param("title", title);
        }
        return query.query(Integer.class).single() > 0;
    }
}
