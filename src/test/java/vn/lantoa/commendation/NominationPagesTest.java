package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.PersonalDataErased;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The pages of nominations: what they show, to whom, and what is nowhere but there. */
@IntegrationTest
class NominationPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    AwardFixtures award;
    Branch branch;
    AwardVisits visit;

    @BeforeEach
    void aSeason() {
        award = new AwardFixtures(context);
        branch = award.branch;
        visit = new AwardVisits(mvc, branch);
    }

    @Test
    void the_season_shows_its_days_and_what_stands_where() throws Exception {
        award.nominate(branch.a11, "GK_CTTT", "Đinh Thị Trang");
        var page = visit.seen(get("/awards"), Post.OFFICER, branch.a1);
        assertThat(page)
                .contains("Đang xét", "Các mốc của đợt xét", "Danh sách đề nghị")
                .doesNotContain("??");
        assertThat(visit.seen(get("/awards"), Post.LEADER, branch.root)).contains("Mở đợt xét khen thưởng");
        var again = mvc.perform(post("/awards/units/" + branch.root + "/seasons")
                        .param("year", String.valueOf(LocalDate.now().getYear()))
                        .with(user(branch.username(Post.LEADER, branch.root)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(409);
    }

    @Test
    void a_dossier_opens_with_its_findings_and_never_has_a_name_in_its_title() throws Exception {
        var started = mvc.perform(post("/awards/units/" + branch.a11 + "/nominations")
                        .with(user(branch.username(Post.OFFICER, branch.a11)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(started.getRedirectedUrl()).startsWith("/dossiers/nomination/");
        assertThat(visit.seen(get(started.getRedirectedUrl()), Post.OFFICER, branch.a11))
                .contains("Trình xét", "Lưu và kiểm tra điều kiện", "phiếu đồng ý");
        var id = award.nominate(branch.a11, "BK_LDLD", "Triệu Thị Bí Mật");
        assertThat(visit.seen(get("/dossiers/nomination/" + id), Post.OFFICER, branch.a11))
                .contains("Triệu Thị Bí Mật");
        assertThat(jdbc.sql("select count(*) from task where dossier_title like '%Bí Mật%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from dossier_event where dossier_type = 'nomination' and (details like '%Bí Mật%' or note like '%Bí Mật%')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit_entry where facts like '%Bí Mật%' or payload like '%Bí Mật%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like '%Bí Mật%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        award.through(id);
        assertThat(visit.seen(get("/dossiers/nomination/" + id), Post.OFFICER, branch.a))
                .contains("Triệu Thị Bí Mật");
        assertThat(visit.seen(get("/awards/nominations/" + id + "/access"), Post.LEADER, branch.a11))
                .contains("Nguyễn Thử Cán A", "Xem hồ sơ");
        assertThat(visit.answer(get("/awards/nominations/" + id + "/access"), Post.OFFICER, branch.a11)
                        .getStatus())
                .isEqualTo(403);
        assertThat(visit.answer(get("/dossiers/nomination/" + id), Post.OFFICER, branch.b)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_list_and_the_slips_name_everybody_and_say_that_they_did() throws Exception {
        var id = award.nominate(branch.a11, "GK_CTTT", "Hà Thị Phiếu");
        assertThat(visit.seen(get("/awards/nominations"), Post.OFFICER, branch.a11))
                .contains("Hà Thị Phiếu", "Nhập danh sách trích ngang", "In phiếu đồng ý");
        assertThat(visit.seen(get("/awards/units/" + branch.a11 + "/consent-slips"), Post.OFFICER, branch.a11))
                .contains("Hà Thị Phiếu", "PHIẾU ĐỒNG Ý");
        assertThat(jdbc.sql("select purpose from nominee_access where nomination_id = ? and person_id = ?")
                        .params(id.value(), branch.officer(branch.a11).id().value())
                        .query(String.class)
                        .list())
                .contains("list", "consent-slips");
    }

    @Test
    void what_is_erased_leaves_forms_drafts_and_notes_too() {
        var id = award.nominate(branch.a11, "GK_CTTT", "Tạ Thị Xóa");
        assertThat(jdbc.sql("select count(*) from decision_fact where answers like '%Tạ Thị Xóa%'")
                        .query(Integer.class)
                        .single())
                .isOne();
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.publishEvent(new PersonalDataErased(id.dossier())));
        assertThat(jdbc.sql("select count(*) from decision_fact where answers like '%Tạ Thị Xóa%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from decision_fact where dossier_type = 'nomination' and dossier_id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
