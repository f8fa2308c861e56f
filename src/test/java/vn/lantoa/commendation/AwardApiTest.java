package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Seasons, nominations, slates, postings and proposals as a program works with them: the acts of the pages, through the same use cases. */
@IntegrationTest
class AwardApiTest {

    @Autowired
    ApplicationContext context;

    AwardFixtures awards;
    Branch branch;
    ApiCalls api;
    LocalDate today;

    @BeforeEach
    void aTreeOfItsOwn() {
        awards = new AwardFixtures(context);
        branch = awards.branch;
        api = new ApiCalls(context);
        today = LocalDate.now();
    }

    @Test
    void the_unit_whose_season_it_is_gives_a_level_more_time() {
        var root = branch.officer(branch.root);
        var until = LocalDate.of(today.getYear(), 12, 31);
        var path = "units/" + branch.root + "/season-extensions";
        awards.nominateBy(today);
        api.act(root, path, Map.of("level", 4, "until", until.toString(), "reason", "Bão lụt tại nhiều tỉnh"), 204);
        assertThat(api.read(root, "units/" + branch.root + "/seasons")
                        .at("/items/0/levels/4/nominateBy")
                        .asText())
                .isEqualTo(until.toString());
        assertThat(api.act(root, path, Map.of("level", 4, "until", today.toString(), "reason", "Lần nữa"), 422)
                        .at("/errors/0/key")
                        .asText())
                .isEqualTo("until");
        api.act(
                branch.officer(branch.a),
                "units/" + branch.a + "/season-extensions",
                Map.of("level", 4, "until", until.toString(), "reason", "Không phải đợt của đơn vị"),
                422);
    }

    @Test
    void a_list_is_looked_at_and_becomes_drafts_once() {
        var officer = branch.officer(branch.a11);
        var path = "units/" + branch.a11 + "/nominee-lists";
        var title = "Giấy khen của Ban Chấp hành công đoàn cấp trên trực tiếp cơ sở";
        var preview = api.send(
                officer,
                path,
                "danh-sach.csv",
                "Cá nhân/Tập thể,Họ và tên,Giới tính,Năm sinh,Hình thức khen\n"
                        + "Cá nhân,Đào Thị Danh " + awards.season + ",Nữ,1991," + title + "\n"
                        + "Cá nhân,,Nữ,1991," + title + "\n",
                200);
        assertThat(preview.path("rows")).hasSize(1);
        assertThat(preview.at("/troubles/0/line").asInt()).isEqualTo(3);
        var rows = Map.of("rows", preview.path("rows"));
        assertThat(api.act(officer, path + "/application", rows, 200)
                        .at("/items/0/done")
                        .asBoolean())
                .isTrue();
        assertThat(api.act(officer, path + "/application", rows, 200)
                        .at("/items/0/message")
                        .asText())
                .isEqualTo("đơn vị đã có hồ sơ này, bỏ qua");
        assertThat(api.read(officer, "units/" + branch.a11 + "/nominations?season=" + awards.season)
                        .path("items"))
                .hasSize(1);
        api.send(officer, path, "anh.csv", "a,b\n1,2\n", 422);
    }

    @Test
    void a_level_is_worked_through_from_posting_to_proposal() {
        var officer = branch.officer(branch.a1);
        var leader = branch.leader(branch.a1);
        var slate = "award-slates/" + branch.a1;
        var ids = List.of(atCommune("Đào Thị Đi"), atCommune("Đào Thị Dừng"));
        ids.forEach(awards::propose);
        assertThat(api.read(officer, slate + "/postings").path("waiting").asInt())
                .isEqualTo(2);
        api.act(officer, slate + "/postings", Map.of(), 200);
        var posting = api.read(officer, slate + "/postings").at("/items/0/id").asText();
        api.act(
                officer,
                "award-postings/" + posting + "/objections",
                Map.of("nomination", ids.get(1).toString(), "on", today.toString(), "number", "15/CV-UBND"),
                200);
        var hung = api.read(officer, "award-postings/" + posting);
        assertThat(hung.path("open").asBoolean()).isTrue();
        assertThat(hung.path("items"))
                .filteredOn(one -> one.path("objectionNumber").asText().equals("15/CV-UBND"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("nomination").asText())
                        .isEqualTo(ids.get(1).toString()));

        var progress = context.getBean(NominationProgress.class);
        assertThat(progress.postingClosed(ids.get(0), false)).isTrue();
        assertThat(progress.voted(ids.get(0), true)).isTrue();
        assertThat(api.read(leader, slate + "/approvals").at("/toSign/0/id").asText())
                .isEqualTo(ids.get(0).toString());
        api.act(
                leader,
                slate + "/signing",
                Map.of("nominations", List.of(ids.get(0).toString())),
                200);
        assertThat(api.read(officer, slate + "/proposals").path("waiting").asInt())
                .isEqualTo(1);
        var proposal =
                api.act(officer, slate + "/proposals", Map.of(), 201).path("id").asText();
        api.act(officer, slate + "/proposals", Map.of(), 409);
        assertThat(api.read(officer, slate + "/proposals").at("/items/0/id").asText())
                .isEqualTo(proposal);
        assertThat(api.file(officer, "award-proposals/" + proposal + "/document.docx"))
                .startsWith('P', 'K');
        assertThat(new String(
                        api.file(officer, "award-proposals/" + proposal + "/document.pdf"),
                        0,
                        4,
                        java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        var purposes = api.read(branch.leader(branch.a11), "nominations/" + ids.get(0) + "/access")
                .findValuesAsText("purpose");
        assertThat(purposes).contains("posting", "proposal-file", "slate");
        assertThat(purposes)
                .allSatisfy(one -> assertThat(context.getMessage("nomination.purpose." + one, null, "", Locale.ROOT))
                        .as(one)
                        .isNotBlank());
    }

    @Test
    void a_nominees_data_its_readings_and_a_consent_taken_back() throws Exception {
        var id = awards.nominate(branch.a11, "GK_CTTT", "Đào Thị Xem " + awards.season);
        Actor officer = branch.officer(branch.a11);
        var path = "nominations/" + id;
        api.read(officer, path);
        assertThat(api.read(branch.leader(branch.a11), path + "/access")
                        .at("/items/0/purpose")
                        .asText())
                .isEqualTo("export");
        api.act(officer, path + "/consent-withdrawal", Map.of("withdrawnOn", "hôm qua"), 422);
        api.act(officer, path + "/consent-withdrawal", Map.of("withdrawnOn", today.toString()), 204);
        api.act(officer, path + "/consent-withdrawal", Map.of("withdrawnOn", today.toString()), 409);
        assertThat(api.read(officer, path + "/eligibility").findValuesAsText("rule"))
                .contains("E18");
        assertThat(api.read(officer, path).path("publicName").asBoolean()).isFalse();
    }

    /** Everything that is left to do stands in the document that programs are written from. */
    @Test
    void the_document_names_every_act() throws Exception {
        var paths = context.getBean(org.springframework.test.web.servlet.MockMvc.class)
                .perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/v3/api-docs")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.user(
                                        branch.officer(branch.a11).username())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(paths)
                .contains(
                        "/units/{id}/season-extensions",
                        "/units/{id}/nominee-lists/application",
                        "/nominations/{id}/consent-withdrawal",
                        "/nominations/{id}/access",
                        "/award-slates/{id}/approvals",
                        "/award-postings/{id}\"",
                        "/award-proposals/{id}/document.docx",
                        "/award-decisions/{id}/namesakes",
                        "/award-decisions/{id}/number",
                        "/award-verifications/{code}",
                        "/councils/{id}/members/{member}/end",
                        "/council-sessions/{id}/conclusions",
                        "/council-sessions/{id}/cases/{case}/files/{file}",
                        "/data-requests/{id}/extract");
    }

    /** Handed in below, and before the commune. */
    private NominationId atCommune(String name) {
        var id = awards.nominate(branch.a11, "GK_CTTT", name + " " + awards.season);
        awards.through(id);
        return id;
    }
}
