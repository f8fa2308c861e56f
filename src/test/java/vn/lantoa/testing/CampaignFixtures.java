package vn.lantoa.testing;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Campaigns of a whole tree that ask one unit, for the test of the route table: the rights are those of the unit looked at. */
@Configuration
class CampaignFixtures {

    private static final String AT = "timestamp with time zone '2026-05-20 08:00:00+07'";

    /** A letter of the unit to nobody, waiting for its number. */
    @Bean
    RouteFixture overdueLetterFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "overdue-letter";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                jdbc.sql("insert into indicator_list (digest, made_on) select ?, date '2024-05-20' where not exists"
                                + " (select 1 from indicator_list where digest = ?)")
                        .params("letter-fixture-" + unit, "letter-fixture-" + unit)
                        .update();
                jdbc.sql(
                                "insert into report (unit_id, period, period_from, period_to, level_no, path, list_id, state, draft_state,"
                                        + " revision, due, on_day_off, days_late, entered_by_superior, opened_at) select ?, '2019-Y',"
                                        + " date '2018-12-15', date '2019-12-14', 3, '/', (select max(id) from indicator_list), 'DROPPED',"
                                        + " 'DRAFTING', 0, date '2019-12-19', 'STRICT', 0, false, " + AT
                                        + " where not exists (select 1 from report where unit_id = ? and period = '2019-Y')")
                        .params(unit.value(), unit.value())
                        .update();
                jdbc.sql(
                                "insert into overdue_letter (unit_id, report_id, period, contact, made_by, made_at) select r.unit_id, r.id,"
                                        + " r.period, 'Người thử', 1, r.opened_at from report r where r.unit_id = ? and r.period = '2019-Y'")
                        .param(unit.value())
                        .update();
                var id = jdbc.sql("select max(id) from overdue_letter where unit_id = ?")
                        .param(unit.value())
                        .query(Long.class)
                        .single();
                return Map.of("id", id.toString());
            }
        };
    }

    /** Campaigns of one unit's own branch, closed: whoever has the right is told that it is too late. */
    @Bean
    RouteFixture campaignRootFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "campaign-root";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                jdbc.sql("insert into indicator_list (digest, made_on) select ?, date '2026-05-20' where not exists"
                                + " (select 1 from indicator_list where digest = ?)")
                        .params("campaign-root-fixture-" + unit, "campaign-root-fixture-" + unit)
                        .update();
                jdbc.sql(
                                "insert into campaign (root_id, period, period_from, period_to, owner_id, reference_date, list_id, state,"
                                        + " opened_at) select ?, '2025-H1', date '2024-12-15', date '2025-06-14', ?, date '2025-05-20',"
                                        + " (select max(id) from indicator_list), 'CLOSED', " + AT
                                        + " where not exists (select 1 from campaign where root_id = ? and period = '2025-H1')")
                        .params(unit.value(), unit.value(), unit.value())
                        .update();
                var id = jdbc.sql("select id from campaign where root_id = ? and period = '2025-H1'")
                        .param(unit.value())
                        .query(Long.class)
                        .single();
                return Map.of("id", id.toString());
            }
        };
    }

    @Bean
    RouteFixture campaignFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "campaign";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var root = branch.root.value();
                var id = find(root);
                if (id == null) {
                    jdbc.sql("insert into indicator_list (digest, made_on) values (?, date '2026-05-20')")
                            .param("campaign-fixture-" + root)
                            .update();
                    jdbc.sql(
                                    "insert into campaign (root_id, period, period_from, period_to, owner_id, reference_date, list_id, state,"
                                            + " opened_at) values (?, '2026-H1', date '2025-12-15', date '2026-06-14', ?, date '2026-05-20',"
                                            + " (select max(id) from indicator_list), 'CLOSED', " + AT + ")")
                            .params(root, root)
                            .update();
                    id = find(root);
                    asks(id, branch.a, branch.root);
                    asks(id, unit, branch.a);
                }
                return Map.of("id", id.toString(), "unit", unit.toString());
            }

            private void asks(long id, UnitId unit, UnitId parent) {
                jdbc.sql(
                                "insert into campaign_unit (campaign_id, unit_id, parent_id, level_no, depth, path, status, answering_id)"
                                        + " values (?, ?, ?, 3, 2, '/', 'EXPECTED', ?)")
                        .params(id, unit.value(), parent.value(), unit.value())
                        .update();
            }

            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.pattern().startsWith("/api/v1/campaigns")) {
                    request.queryParam("unit", object.get("unit")).queryParam("parent", object.get("unit"));
                    request.content("{\"unit\":\"" + object.get("unit") + "\"}");
                }
            }

            /** What subordinates sent is accepted by the officer. */
            @Override
            public Set<Post> posts(Right right) {
                return right == Right.DO_TASK ? EnumSet.of(Post.OFFICER) : right.posts();
            }

            private Long find(long root) {
                return jdbc.sql("select id from campaign where root_id = ?")
                        .param(root)
                        .query(Long.class)
                        .optional()
                        .orElse(null);
            }
        };
    }
}
