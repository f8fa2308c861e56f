package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.council.CouncilFixtures.done;
import static vn.lantoa.commendation.council.CouncilVisits.PAGES;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Papers;
import vn.lantoa.testing.SampleFiles;

/** What a session leaves behind: a count that can be true, its scan, its minutes, the nominations gone on. */
@IntegrationTest
class CouncilMinutesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    CouncilVisits visit;

    @BeforeEach
    void visits() {
        visit = new CouncilVisits(mvc);
    }

    @Test
    void a_session_is_held_through_its_pages() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.planned(1, List.of(id));
        var chair = on.chair();
        var one = on.first(session);
        visit.send(chair, PAGES + session + "/opening").andExpect(redirectedUrl(PAGES + session + "/chair"));
        visit.see(chair, PAGES + session + "/chair").andExpect(content().string(containsString("Chưa đủ thành phần")));
        on.present(session, 3);
        visit.send(chair, PAGES + session + "/ballots", "case", "" + one.id()).andExpect(status().is3xxRedirection());
        for (var member : on.members) {
            visit.send(member, PAGES + session + "/declarations", "case", "" + one.id())
                    .andExpect(status().is3xxRedirection());
            visit.see(member, PAGES + session).andExpect(content().string(containsString("id=\"ballot\"")));
            visit.send(member, PAGES + session + "/votes", "vote-" + one.id(), "YES")
                    .andExpect(redirectedUrl(PAGES + session));
        }
        visit.send(on.members.get(2), PAGES + session + "/votes", "vote-" + one.id(), "NO")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã bỏ phiếu; mỗi thành viên bỏ một phiếu")));
        visit.send(chair, PAGES + session + "/closing").andExpect(status().isConflict());
        visit.send(chair, PAGES + session + "/cases/" + one.id() + "/count").andExpect(status().is3xxRedirection());
        visit.send(chair, PAGES + session + "/closing").andExpect(status().is3xxRedirection());
        assertThat(on.award.state(id)).isEqualTo(NominationState.SIGNING);
        visit.see(chair, PAGES + session + "/chair")
                .andExpect(content().string(containsString("Đồng ý 3/3 (100%), cần 2")));

        var records = on.branch.actor(Post.RECORDS_OFFICE, on.unit);
        visit.see(records, "/documents").andExpect(content().string(containsString("Biên bản họp xét khen thưởng")));
        visit.see(records, "/dossiers/council-session/" + session).andExpect(status().isOk());
        assertThat(Papers.wordText(visit.load(records, PAGES + session + "/minutes.docx")))
                .contains("BIÊN BẢN", "3/3 thành viên có mặt", "Nguyễn Thị Hoà", "3/3 (100%)", "Phiếu kín", "Đạt")
                .contains("THƯ KÝ", "CHỦ TỌA", "5 ngày làm việc");
        assertThat(Papers.pdfText(visit.load(chair, PAGES + session + "/minutes.pdf")))
                .contains("BIÊN BẢN", "Nguyễn Thị Hoà");
    }

    @Test
    void minutes_of_a_fuller_agenda_say_each_vote_on_pages_as_the_decree_lays_them_out() throws Exception {
        var on = new CouncilFixtures(context, 7);
        var barred = on.branch.leader(on.branch.a11);
        on.name(barred, CouncilMember.Role.MEMBER);
        var session = on.opened(
                1,
                List.of(
                        on.waiting("Lương Thị Thu Hằng"),
                        on.waiting("Phùng Văn Kiên"),
                        on.waitingFlag("Tập thể May A11")),
                7);
        for (var one : on.cases(session)) {
            done(on.ballots().open(on.chair(), session, one.id(), one.place() == 2));
            if (one.place() == 2) {
                done(on.ballots().countPaper(on.chair(), session, one.id(), new PaperCount(7, 7, 6, 3)));
            } else {
                on.vote(session, one, on.members, 7);
                done(on.ballots().count(on.chair(), session, one.id()));
            }
        }
        mvc.perform(multipart("/dossiers/council-session/" + session + "/attachments")
                        .file(new MockMultipartFile("file", "bien-ban.pdf", "application/pdf", SampleFiles.pdf()))
                        .with(user(on.chair().username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        visit.send(on.chair(), PAGES + session + "/closing").andExpect(status().is3xxRedirection());

        assertThat(Papers.wordText(
                        Papers.kept(visit.load(on.chair(), PAGES + session + "/minutes.docx"), "council-minutes")))
                .contains("7/8 thành viên có mặt", "3/8 (37,5%)");
        var pdf = visit.load(on.chair(), PAGES + session + "/minutes.pdf");
        assertThat(Papers.pdfText(pdf))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN BẢN")
                .contains("7/8 thành viên có mặt", "vắng có lý do", "Chủ tịch Hội đồng", "Thư ký Hội đồng")
                .contains("Lương Thị Thu Hằng", "7/8 (87,5%)", "Phùng Văn Kiên", "3/8 (37,5%)", "Chưa đạt")
                .contains("phát ra 7, thu về 7, hợp lệ 6, đồng ý 3")
                .contains("1 thành viên không tham gia xét do có liên quan", "Hội đồng biểu quyết đạt 2/3 hồ sơ");
        assertThat(Papers.pages(pdf))
                .as("the heading goes with its table")
                .filteredOn(page -> page.contains("Kết quả biểu quyết từng hồ sơ"))
                .singleElement()
                .satisfies(page -> assertThat(page).contains("STT", "Lương Thị Thu Hằng"));
        Papers.picture(pdf, 1, "council-minutes-page-1");
        Papers.picture(pdf, 2, "council-minutes-page-2");
        Papers.laidOut(pdf);
    }

    @Test
    void paper_is_counted_plausibly_and_closes_with_its_scan() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 3);
        var one = on.first(session);
        var paper = PAGES + session + "/cases/" + one.id() + "/paper";
        visit.send(on.chair(), PAGES + session + "/ballots", "case", "" + one.id(), "paper", "true")
                .andExpect(status().is3xxRedirection());
        visit.send(on.chair(), paper, "issued", "4", "collected", "3", "valid", "3", "agreed", "2")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Phát ra 4 phiếu nhưng chỉ 3 thành viên được biểu quyết")));
        visit.send(on.chair(), paper, "issued", "3", "collected", "3", "valid", "2", "agreed", "2")
                .andExpect(status().is3xxRedirection());
        visit.send(on.chair(), PAGES + session + "/closing")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("chưa đính kèm bản chụp")));
        mvc.perform(multipart("/dossiers/council-session/" + session + "/attachments")
                        .file(new MockMultipartFile("file", "bien-ban.pdf", "application/pdf", SampleFiles.pdf()))
                        .with(user(on.chair().username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        visit.send(on.chair(), PAGES + session + "/closing").andExpect(status().is3xxRedirection());
        assertThat(on.award.state(id)).isEqualTo(NominationState.SIGNING);
    }
}
