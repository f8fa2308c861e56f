package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.commendation.ApiCalls;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.testing.IntegrationTest;

/** Councils as a program works with them: set up, named, run and ended. */
@IntegrationTest
class CouncilApiTest {

    @Autowired
    ApplicationContext context;

    CouncilFixtures on;
    ApiCalls api;
    String today;

    @BeforeEach
    void aCouncil() {
        on = new CouncilFixtures(context, 3);
        api = new ApiCalls(context);
        today = LocalDate.now().toString();
    }

    @Test
    void a_council_is_set_up_and_ended_with_its_members() {
        var officer = on.manager();
        var made = api.act(
                        officer,
                        "units/" + on.branch.a1 + "/councils",
                        Map.of("name", "Hội đồng xét khen thưởng năm nay", "number", "4/QĐ-CĐ", "date", today),
                        201)
                .path("id")
                .asText();
        api.act(officer, "units/" + on.branch.a1 + "/councils", Map.of("name", " "), 422);
        assertThat(api.read(officer, "councils").path("items"))
                .anySatisfy(one -> assertThat(one.path("id").asText()).isEqualTo(made));
        var somebody = on.person("thanhvien.api", "Bùi Thị Thành Viên");
        var found = api.read(officer, "councils/" + made + "/people?q=" + somebody.username());
        assertThat(found.at("/items/0/id").asText()).isEqualTo(somebody.id().toString());
        var naming =
                Map.of("person", somebody.id().toString(), "role", "SECRETARY", "position", "Ủy viên", "from", today);
        var member = api.act(officer, "councils/" + made + "/members", naming, 201)
                .path("id")
                .asText();
        api.act(officer, "councils/" + made + "/members", naming, 422);
        api.act(officer, "councils/" + made + "/members/" + member + "/end", Map.of("lastDay", today), 204);
        assertThat(api.read(officer, "councils/" + made).at("/members/0/until").asText())
                .isEqualTo(today);
        api.act(officer, "councils/" + made + "/end", Map.of("lastDay", today), 204);
        api.act(officer, "councils/" + made + "/end", Map.of("lastDay", today), 409);
        api.refused(on.branch.officer(on.branch.b1), "councils/" + made, 404);
    }

    @Test
    void a_session_is_run_concluded_and_its_minutes_read() {
        var id = on.waiting("Bùi Thị Phiên");
        var chair = on.chair();
        var off = on.planned(1, List.of());
        api.act(chair, "council-sessions/" + off + "/cancellation", Map.of(), 204);
        var planned = on.planned(1, List.of());
        assertThat(api.read(chair, "council-sessions/" + planned + "/chair")
                        .at("/waiting/0/nomination")
                        .asText())
                .isEqualTo(id.toString());
        api.refused(chair, "council-sessions/" + planned + "/minutes.docx", 404);

        var session = on.opened(1, List.of(id), 3);
        var path = "council-sessions/" + session;
        var run = api.read(chair, path + "/chair");
        assertThat(run.path("present").asInt()).isEqualTo(3);
        assertThat(run.path("seats")).hasSize(3);
        var one = on.first(session);
        CouncilFixtures.done(on.declarations().declare(on.members.get(1), session, one.id(), false));
        assertThat(api.read(on.members.get(1), path + "/cases/" + one.id())
                        .path("number")
                        .asText())
                .isEqualTo(one.number());
        api.refused(on.branch.officer(on.branch.b1), path + "/cases/" + one.id(), 404);
        CouncilFixtures.done(on.ballots().open(chair, session, one.id(), false));
        on.vote(session, one, on.members, 1);
        CouncilFixtures.done(on.ballots().count(chair, session, one.id()));
        CouncilFixtures.done(on.closing().close(chair, session, java.util.Set.of()));
        api.act(chair, path + "/conclusions", Map.of("cases", List.of(String.valueOf(one.id()))), 204);
        assertThat(on.award.state(id)).isEqualTo(NominationState.REJECTED);
        assertThat(api.file(chair, path + "/minutes.docx")).startsWith('P', 'K');
        assertThat(api.file(chair, path + "/minutes.pdf")).startsWith('%', 'P');
    }
}
