package vn.lantoa.testing;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Campaigns of a whole tree that ask one unit, for the test of the route table: the rights are those of the unit looked at. */
@Configuration
class CampaignFixtures {

    private static final String AT = "timestamp with time zone '2026-05-20 08:00:00+07'";

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
