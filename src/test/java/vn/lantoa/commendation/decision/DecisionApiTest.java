package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.commendation.ApiCalls;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.IntegrationTest;

/** Decisions as a program works with them, from what waits to what anybody may verify. */
@IntegrationTest
class DecisionApiTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    DecisionFixtures on;
    ApiCalls api;
    Actor officer;
    Actor leader;
    String decisions;

    @BeforeEach
    void somebodyWaits() {
        on = new DecisionFixtures(context);
        api = new ApiCalls(context);
        officer = on.branch.officer(on.branch.a1);
        leader = on.branch.leader(on.branch.a1);
        decisions = "units/" + on.branch.a1 + "/award-decisions";
        on.waiting(on.branch.a1, "GK_CTTT", "Ngô Thị Chương", Map.of());
    }

    @Test
    void a_decision_goes_its_way_and_back() {
        var waits = api.read(officer, decisions).path("waiting");
        assertThat(waits).hasSize(1);
        var id = draft();
        assertThat(api.read(officer, decisions).path("waiting")).isEmpty();
        api.act(officer, "award-decisions/" + id + "/number", Map.of("number", 1, "symbol", "QĐ-CĐ"), 409);
        api.act(leader, "award-decisions/" + id + "/approval", Map.of(), 204);
        assertThat(api.act(
                                officer,
                                "award-decisions/" + id + "/number",
                                Map.of(
                                        "number",
                                        1,
                                        "symbol",
                                        "QĐ-CĐ",
                                        "date",
                                        LocalDate.now().toString()),
                                409)
                        .path("detail")
                        .asText())
                .contains("Văn thư");
        api.act(leader, "award-decisions/" + id + "/return", Map.of(), 422);
        api.act(leader, "award-decisions/" + id + "/return", Map.of("reason", "Xem lại danh sách"), 204);
        api.act(officer, "award-decisions/" + id + "/drop", Map.of("reason", "Lập lại"), 204);
        assertThat(api.read(officer, decisions).at("/items/0/state").asText()).isEqualTo("DROPPED");
        assertThat(api.read(officer, decisions).path("waiting")).hasSize(1);
    }

    @Test
    void where_there_is_no_records_office_the_officer_numbers_and_anybody_verifies() {
        jdbc.sql("delete from post_holding where unit_id = ? and post = ?")
                .params(on.branch.a1.value(), Post.RECORDS_OFFICE.code())
                .update();
        var id = draft();
        var path = "award-decisions/" + id;
        api.act(leader, path + "/approval", Map.of(), 204);
        api.act(
                officer,
                path + "/number",
                Map.of("number", 7, "symbol", "QĐ-CĐ", "date", LocalDate.now().toString()),
                204);
        api.act(officer, path + "/namesakes", Map.of("line", "1", "reason", "Người khác"), 409);
        api.act(leader, path + "/release", Map.of(), 204);
        var found = api.read(officer, path);
        assertThat(found.path("number").asText()).startsWith("7/");
        assertThat(found.at("/items/0/fullAmount").asLong()).isEqualTo(710_000);
        assertThat(found.at("/items/0/paidBy").isNull()).isTrue();
        assertThat(api.file(officer, path + "/document.docx")).startsWith('P', 'K');
        assertThat(api.file(officer, path + "/document.pdf")).startsWith('%', 'P');

        var purposes = api.read(
                        leader, "nominations/" + found.at("/items/0/nomination").asText() + "/access")
                .findValuesAsText("purpose");
        assertThat(purposes).contains("decision-api", "decision-file");
        assertThat(purposes)
                .allSatisfy(one -> assertThat(context.getMessage("nomination.purpose." + one, null, "", Locale.ROOT))
                        .as(one)
                        .isNotBlank());

        var anybody = on.branch.officer(on.branch.b1);
        api.refused(anybody, path, 404);
        assertThat(api.read(anybody, "award-verifications/" + found.path("code").asText())
                        .path("answer")
                        .asText())
                .isEqualTo("IN_FORCE");
        assertThat(api.read(anybody, "award-verifications/22222-22222")
                        .path("answer")
                        .asText())
                .isEqualTo("UNKNOWN");
        var honours = api.read(
                anybody, "award-honours?year=" + LocalDate.now().getYear() + "&q=ngo chuong " + on.awards.season);
        assertThat(honours.path("items")).hasSize(1);
        assertThat(honours.at("/count/individuals").asLong()).isPositive();
    }

    private String draft() {
        return api.act(
                        officer,
                        decisions,
                        Map.of(
                                "title",
                                "GK_CTTT",
                                "season",
                                String.valueOf(on.awards.season),
                                "nominations",
                                List.of()),
                        201)
                .path("id")
                .asText();
    }
}
