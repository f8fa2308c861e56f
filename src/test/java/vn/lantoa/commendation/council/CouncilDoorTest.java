package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.council.CouncilFixtures.done;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** Sessions through their pages and API: who comes in, who sees what, what a session leaves behind. */
@IntegrationTest
class CouncilDoorTest {

    private static final String PAGES = "/awards/councils/sessions/";
    private static final String API = "/api/v1/council-sessions/";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_member_without_a_post_finds_the_session_and_nothing_else_of_the_unit() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.planned(1, List.of(id));
        var member = on.members.get(2);
        see(member, "/tasks").andExpect(content().string(containsString("href=\"/awards/councils\"")));
        see(member, "/welcome").andExpect(content().string(containsString(PAGES + session)));
        see(member, "/awards/councils").andExpect(content().string(containsString(PAGES + session)));
        see(member, PAGES + session).andExpect(status().isOk());
        var one = on.first(session);
        see(member, PAGES + session + "/cases/" + one.id()).andExpect(status().isForbidden());
        for (var closed : List.of(
                "/awards/councils/" + on.council,
                "/dossiers/nomination/" + id,
                "/dossiers/council-session/" + session,
                PAGES + session + "/minutes.pdf",
                "/units/" + on.unit)) {
            see(member, closed).andExpect(status().isNotFound());
        }
        see(member, PAGES + session + "/chair").andExpect(status().isForbidden());
        send(member, PAGES + session + "/opening").andExpect(status().isForbidden());
        send(member, PAGES + session + "/declarations", "case", "" + one.id())
                .andExpect(redirectedUrl(PAGES + session));
        see(member, PAGES + session + "/cases/" + one.id())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tổ tự quản")));
        assertThat(jdbc.sql("select count(*) from nominee_access where nomination_id = ? and person_id = ?")
                        .params(id.value(), member.id().value())
                        .query(Long.class)
                        .single())
                .isPositive();

        var stranger = on.branch.officer(on.branch.a2);
        for (var path : List.of(PAGES + session, PAGES + session + "/chair", API + session)) {
            see(stranger, path).andExpect(status().isNotFound());
        }
        send(stranger, PAGES + session + "/votes", "vote-" + one.id(), "YES").andExpect(status().isNotFound());
    }

    @Test
    void an_agenda_saved_again_keeps_what_members_declared_and_waiting_pages_log_nothing() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var first = on.waiting("Nguyễn Thị Hoà");
        var second = on.waiting("Trần Văn Bình");
        var session = on.planned(1, List.of(first));
        var member = on.members.get(2);
        var kept = on.first(session).id();
        done(on.declarations().declare(member, session, kept, true));
        done(on.sessions().agenda(on.manager(), session, List.of(second, first)));
        assertThat(on.cases(session)).extracting(CouncilCase::nomination).containsExactly(second, first);
        assertThat(on.cases(session).get(1).id()).isEqualTo(kept);
        see(member, PAGES + session).andExpect(content().string(containsString("đã khai có liên quan")));
        done(on.sessions().open(on.chair(), session));
        on.present(session, 3);
        var opened = on.first(session).id();
        done(on.ballots().open(on.chair(), session, opened, false));
        var logged = "select count(*) from nominee_access where person_id in (?, ?)";
        var before = jdbc.sql(logged)
                .params(member.id().value(), on.chair().id().value())
                .query(Long.class)
                .single();
        see(on.chair(), PAGES + session + "/tally")
                .andExpect(content().string(containsString("Đã bỏ phiếu 0/3")))
                .andExpect(content().string(containsString("voted-" + opened)));
        see(member, PAGES + session + "/news").andExpect(status().isOk());
        see(member, PAGES + session + "/tally").andExpect(status().isForbidden());
        assertThat(jdbc.sql(logged)
                        .params(member.id().value(), on.chair().id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void who_is_barred_sees_neither_the_name_nor_a_ballot() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var barred = on.branch.leader(on.branch.a11);
        on.name(barred, CouncilMember.Role.MEMBER);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 4);
        done(on.ballots().open(on.chair(), session, on.first(session).id(), false));
        see(barred, PAGES + session)
                .andExpect(content().string(not(containsString("Nguyễn Thị Hoà"))))
                .andExpect(content().string(containsString("hệ thống thấy có liên quan")))
                .andExpect(content().string(not(containsString("id=\"ballot\""))));
        see(on.members.get(2), PAGES + session).andExpect(content().string(containsString("Nguyễn Thị Hoà")));
        see(barred, PAGES + session + "/cases/" + on.first(session).id()).andExpect(status().isForbidden());
    }

    @Test
    void a_session_is_held_through_its_pages() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.planned(1, List.of(id));
        var chair = on.chair();
        var one = on.first(session);
        send(chair, PAGES + session + "/opening").andExpect(redirectedUrl(PAGES + session + "/chair"));
        see(chair, PAGES + session + "/chair").andExpect(content().string(containsString("Chưa đủ thành phần")));
        on.present(session, 3);
        send(chair, PAGES + session + "/ballots", "case", "" + one.id()).andExpect(status().is3xxRedirection());
        for (var member : on.members) {
            send(member, PAGES + session + "/declarations", "case", "" + one.id())
                    .andExpect(status().is3xxRedirection());
            see(member, PAGES + session).andExpect(content().string(containsString("id=\"ballot\"")));
            send(member, PAGES + session + "/votes", "vote-" + one.id(), "YES")
                    .andExpect(redirectedUrl(PAGES + session));
        }
        send(on.members.get(2), PAGES + session + "/votes", "vote-" + one.id(), "NO")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã bỏ phiếu; mỗi thành viên bỏ một phiếu")));
        send(chair, PAGES + session + "/closing").andExpect(status().isConflict());
        send(chair, PAGES + session + "/cases/" + one.id() + "/count").andExpect(status().is3xxRedirection());
        send(chair, PAGES + session + "/closing").andExpect(status().is3xxRedirection());
        assertThat(on.award.state(id)).isEqualTo(NominationState.SIGNING);
        see(chair, PAGES + session + "/chair").andExpect(content().string(containsString("Đồng ý 3/3 (100%), cần 2")));

        var records = on.branch.actor(vn.lantoa.organization.Post.RECORDS_OFFICE, on.unit);
        see(records, "/documents").andExpect(content().string(containsString("Biên bản họp xét khen thưởng")));
        see(records, "/dossiers/council-session/" + session).andExpect(status().isOk());
        var word = see(records, PAGES + session + "/minutes.docx")
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var opened = new XWPFDocument(new ByteArrayInputStream(word));
                var text = new XWPFWordExtractor(opened)) {
            assertThat(text.getText())
                    .contains("BIÊN BẢN", "3/3 thành viên có mặt", "Nguyễn Thị Hoà", "3/3 (100%)", "Phiếu kín", "Đạt")
                    .contains("THƯ KÝ", "CHỦ TỌA", "5 ngày làm việc");
        }
        var pdf = see(chair, PAGES + session + "/minutes.pdf")
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var opened = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(opened)).contains("BIÊN BẢN", "Nguyễn Thị Hoà");
        }
    }

    @Test
    void paper_is_counted_plausibly_and_closes_with_its_scan() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 3);
        var one = on.first(session);
        var paper = PAGES + session + "/cases/" + one.id() + "/paper";
        send(on.chair(), PAGES + session + "/ballots", "case", "" + one.id(), "paper", "true")
                .andExpect(status().is3xxRedirection());
        send(on.chair(), paper, "issued", "4", "collected", "3", "valid", "3", "agreed", "2")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Phát ra 4 phiếu nhưng chỉ 3 thành viên được biểu quyết")));
        send(on.chair(), paper, "issued", "3", "collected", "3", "valid", "2", "agreed", "2")
                .andExpect(status().is3xxRedirection());
        send(on.chair(), PAGES + session + "/closing")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("chưa đính kèm bản chụp")));
        mvc.perform(multipart("/dossiers/council-session/" + session + "/attachments")
                        .file(new MockMultipartFile("file", "bien-ban.pdf", "application/pdf", SampleFiles.pdf()))
                        .with(user(on.chair().username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        send(on.chair(), PAGES + session + "/closing").andExpect(status().is3xxRedirection());
        assertThat(on.award.state(id)).isEqualTo(NominationState.SIGNING);
    }

    @Test
    void the_api_does_the_same_and_remembers_no_choice() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 3);
        var one = on.first(session);
        call(on.chair(), "/cases/" + one.id() + "/ballot", session, "{\"paper\":false}")
                .andExpect(status().isNoContent());
        var member = on.members.get(2);
        call(member, "/cases/" + one.id() + "/vote", session, "{\"choice\":\"YES\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("vote"));
        call(member, "/cases/" + one.id() + "/declaration", session, "{\"conflict\":false}")
                .andExpect(status().isNoContent());
        call(member, "/cases/" + one.id() + "/vote", session, "{\"choice\":\"YES\"}")
                .andExpect(status().isNoContent());
        call(member, "/cases/" + one.id() + "/vote", session, "{\"choice\":\"NO\"}")
                .andExpect(status().isConflict());
        see(member, API + session)
                .andExpect(jsonPath("$.cases[0].voted").value(true))
                .andExpect(jsonPath("$.cases[0].count").doesNotExist());
        assertThat(jdbc.sql("select count(*) from idempotency where token like ?")
                        .param("vote-" + session + "-%")
                        .query(Long.class)
                        .single())
                .as("a digest of one of three answers is the answer")
                .isZero();
    }

    private ResultActions see(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(actor.username())).header("Accept-Language", "vi"));
    }

    private ResultActions send(Actor actor, String path, String... fields) throws Exception {
        var request = post(path).with(user(actor.username())).with(csrf()).header("Accept-Language", "vi");
        for (var place = 0; place < fields.length; place += 2) {
            request.param(fields[place], fields[place + 1]);
        }
        return mvc.perform(request);
    }

    private ResultActions call(Actor actor, String path, long session, String body) throws Exception {
        return mvc.perform(post(API + session + path)
                .with(user(actor.username()))
                .with(csrf())
                .header(
                        "Idempotency-Key",
                        (path.endsWith("/vote") ? "vote-" : "other-") + session + "-" + body.hashCode() + path.length()
                                + actor.id())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
