package vn.lantoa.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.models.Count;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelSitesOfTests;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The catalogue as people read it: what is alive is open to all, the rest to its branch; four counts that are never mixed. */
@IntegrationTest
class CataloguePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    KindKeeping keeping;

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    Branch branch;
    ModelSitesOfTests sites;
    KindId kind;
    String mark;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        sites = new ModelSitesOfTests(context);
        mark = "q" + branch.root;
        var text =
                new KindText("Mô hình thử " + mark + " " + mark + "a " + mark + "b", "Để thử", null, null, null, null);
        kind = ((KindOutcome.Done) keeping.enter(branch.officer(branch.root), text, true)).id();
    }

    @Test
    void what_is_alive_is_open_to_all_and_the_rest_to_its_branch_only() throws Exception {
        sites.add(kind, branch.a1, "Khu sống " + mark, SiteState.ACTIVE);
        sites.add(kind, branch.a1, "Khu nháp " + mark, SiteState.DRAFT);
        var both = allOf(containsString("Khu sống " + mark), containsString("Khu nháp " + mark));
        catalogue(branch.officer(branch.a1), "").andExpect(content().string(both));
        catalogue(branch.leader(branch.a), "").andExpect(content().string(both));
        for (var other : List.of(
                branch.officer(branch.b),
                branch.officer(branch.a11),
                branch.actor(Post.UNIT_ADMINISTRATOR, branch.a))) {
            catalogue(other, "")
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Khu sống " + mark), not(containsString("Khu nháp " + mark)))));
            api(other, "")
                    .andExpect(jsonPath("$.items.length()").value(1))
                    .andExpect(jsonPath("$.counts.others").value(0));
        }
    }

    @Test
    void kinds_sites_groups_and_members_are_four_counts_and_those_overdue_stand_apart() throws Exception {
        sites.add(kind, branch.a1, "Một", SiteState.ACTIVE, Count.exactly(2), Count.exactly(40), null);
        sites.add(
                kind, branch.a2, "Hai", SiteState.NEEDS_REPAIR, Count.exactly(1), ModelSitesOfTests.moreThan(30), null);
        sites.add(kind, branch.b1, "Ba", SiteState.REVIEW_OVERDUE, Count.exactly(5), Count.exactly(500), null);
        sites.add(kind, branch.b1, "Bốn", SiteState.CLOSED);
        api(branch.officer(branch.root), "")
                .andExpect(jsonPath("$.counts.alive.kinds").value(1))
                .andExpect(jsonPath("$.counts.alive.sites").value(2))
                .andExpect(jsonPath("$.counts.alive.groups").value(3))
                .andExpect(jsonPath("$.counts.alive.members").value(70))
                .andExpect(jsonPath("$.counts.reviewOverdue.sites").value(1))
                .andExpect(jsonPath("$.counts.reviewOverdue.members").value(500))
                .andExpect(jsonPath("$.counts.inexact").value(1))
                .andExpect(jsonPath("$.counts.others").value(1));
        catalogue(branch.officer(branch.root), "")
                .andExpect(
                        content().string(containsString("Quá hạn rà soát, tính riêng: 1 điểm, 5 tổ, 500 thành viên.")))
                .andExpect(content().string(containsString("trên 30")));
    }

    @Test
    void it_is_searched_without_diacritics_by_beginnings_of_words_and_filtered_in_the_address() throws Exception {
        var today = LocalDate.now(clock);
        sites.add(
                kind,
                branch.a1,
                "Nhà trọ Hoà Phát",
                SiteState.ACTIVE,
                Count.exactly(1),
                Count.exactly(9),
                today.minusDays(1));
        sites.add(
                kind,
                branch.b1,
                "Nhà trọ Đông Đô",
                SiteState.ACTIVE,
                Count.exactly(1),
                Count.exactly(9),
                today.plusDays(60));
        var officer = branch.officer(branch.root);
        for (var words : List.of("hòa phá", "HOA PHAT", "phat hoa", "hoa " + mark)) {
            assertThat(names(officer, "&q=" + words)).containsExactly("Nhà trọ Hoà Phát");
        }
        assertThat(names(officer, "&q=dong do")).containsExactly("Nhà trọ Đông Đô");
        assertThat(names(officer, "&q=khongcogi")).isEmpty();
        assertThat(names(officer, "&place=" + branch.b)).containsExactly("Nhà trọ Đông Đô");
        assertThat(names(officer, "&due=PAST")).containsExactly("Nhà trọ Hoà Phát");
        assertThat(names(officer, "&level=3")).hasSize(2);
        assertThat(names(officer, "&level=2")).isEmpty();
        assertThat(names(officer, "&state=REVIEW_OVERDUE")).isEmpty();
        catalogue(officer, "&place=" + branch.b + "&q=dong")
                .andExpect(content()
                        .string(allOf(containsString("Nhà trọ Đông Đô"), not(containsString("Nhà trọ Hoà Phát")))));
    }

    @Test
    void pages_of_twenty_five_show_every_site_once_whatever_the_order() throws Exception {
        var today = LocalDate.now(clock);
        for (var i = 0; i < 55; i++) {
            sites.add(
                    kind,
                    branch.a1,
                    "Điểm " + i,
                    SiteState.ACTIVE,
                    Count.exactly(1),
                    Count.exactly(9),
                    today.minusDays(i % 7 + 1));
        }
        for (var order : List.of("", "&due=PAST")) {
            var seen = new HashSet<String>();
            var next = "";
            var pages = 0;
            do {
                var answer = api(branch.officer(branch.root), order + next)
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                List<String> ids = JsonPath.read(answer, "$.items[*].id");
                assertThat(seen).doesNotContainAnyElementsOf(ids);
                seen.addAll(ids);
                String after = JsonPath.read(answer, "$.next");
                next = after == null ? null : "&after=" + after;
                pages++;
            } while (next != null);
            assertThat(seen).hasSize(55);
            assertThat(pages).isEqualTo(3);
        }
        catalogue(branch.officer(branch.root), "&after=rac").andExpect(status().isOk());
    }

    @Test
    void the_list_comes_as_a_spreadsheet_under_the_same_filter() throws Exception {
        sites.add(
                kind, branch.a1, "Điểm xuất", SiteState.ACTIVE, Count.exactly(2), ModelSitesOfTests.moreThan(30), null);
        sites.add(kind, branch.b1, "Điểm khác", SiteState.ACTIVE);
        var bytes = mvc.perform(get("/models/sites.xlsx?kind=" + kind + "&place=" + branch.a)
                        .with(user(branch.officer(branch.root).username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Điểm xuất");
            assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo("LĐLĐ tỉnh A");
            assertThat(sheet.getRow(1).getCell(8).getNumericCellValue()).isEqualTo(2);
            assertThat(sheet.getRow(1).getCell(9).getStringCellValue()).isEqualTo("trên 30");
        }
    }

    @Test
    void whoever_has_no_post_sees_what_is_alive_and_nobody_a_stranger() throws Exception {
        sites.add(kind, branch.a1, "Khu mở " + mark, SiteState.ACTIVE);
        mvc.perform(get("/models?kind=" + kind).with(user(branch.nobody())))
                .andExpect(content().string(containsString("Khu mở " + mark)));
        mvc.perform(get("/models")).andExpect(status().is3xxRedirection());
    }

    private List<String> names(Actor actor, String filter) throws Exception {
        return JsonPath.read(api(actor, filter).andReturn().getResponse().getContentAsString(), "$.items[*].name");
    }

    private ResultActions api(Actor actor, String filter) throws Exception {
        return mvc.perform(get("/api/v1/model-catalogue?kind=" + kind + filter).with(user(actor.username())))
                .andExpect(status().isOk());
    }

    private ResultActions catalogue(Actor actor, String filter) throws Exception {
        return mvc.perform(get("/models?kind=" + kind + filter).with(user(actor.username())))
                .andExpect(status().isOk());
    }
}
