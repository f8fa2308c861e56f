package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.IntegrationTest;

/**
 * Of several awards for one time only the highest is paid, in whatever order they come (ADR 48). At 2,340,000 a month the commune's
 * certificate pays 710,000, the confederation's certificate of merit 3,510,000.
 */
@IntegrationTest
class PaidOnceTest {

    private static final long LOW = 710_000;
    private static final long HIGH = 3_510_000;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    DecisionFixtures on;
    UnitId commune;
    UnitId root;

    @BeforeEach
    void aTreeOfItsOwn() {
        on = new DecisionFixtures(context);
        commune = on.branch.a1;
        root = on.branch.root;
    }

    @Test
    void a_higher_award_pays_what_is_missing_and_says_so_on_page_and_paper() throws Exception {
        person(commune, "GK_CTTT");
        person(commune, "BK_TLD");
        var low = on.released(commune, "GK_CTTT");
        assertThat(on.first(low).amount()).isEqualTo(LOW);
        assertThat(on.first(low).reduced()).isFalse();

        var high = on.draft(root, "BK_TLD");
        assertThat(on.first(high).full()).isEqualTo(HIGH);
        assertThat(on.first(high).amount()).isEqualTo(HIGH - LOW);
        assertThat(on.first(high).paidBy()).startsWith(on.view(low).decision().number() + " (");
        web.perform(get("/awards/decisions/{id}", high)
                        .with(user(on.branch.officer(root).username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2.800.000")))
                .andExpect(content()
                        .string(containsString(
                                "Chi phần chênh lệch: cùng thời gian, thành tích đã được thưởng 710.000 đồng"
                                        + " theo Quyết định số "
                                        + on.view(low).decision().number())))
                .andExpect(content().string(containsString("Không phải cùng một người")));
        on.release(high);
        assertThat(on.view(high).total()).isEqualTo(HIGH - LOW);
        assertThat(paper(high))
                .contains("Chi phần chênh lệch", on.view(low).decision().number(), "chỉ chi mức cao nhất")
                .contains("2.800.000 đồng (Bằng chữ: Hai triệu tám trăm nghìn đồng)");
        assertThat(paper(low)).doesNotContain("chỉ chi mức cao nhất");
    }

    @Test
    void a_lower_award_after_a_higher_one_pays_nothing_and_names_it() throws Exception {
        person(commune, "BK_TLD");
        person(commune, "GK_CTTT");
        var high = on.released(root, "BK_TLD");
        var low = on.released(commune, "GK_CTTT");
        assertThat(on.first(low).amount()).isZero();
        assertThat(on.first(low).full()).isEqualTo(LOW);
        assertThat(on.first(low).paidBy()).startsWith(on.view(high).decision().number());
        assertThat(paper(low))
                .contains("Quyết định này không kèm tiền thưởng", "Không chi thêm: cùng thời gian, thành tích");

        var annulment = on.annulment(high);
        assertThat(on.first(annulment).amount()).as("the lower one stands").isEqualTo(HIGH - LOW);
        assertThat(paper(annulment)).contains("Được giữ lại 710.000 đồng", "tiền thưởng thu hồi 2.800.000 đồng");
        on.release(annulment);
        assertThat(on.view(annulment).total()).isEqualTo(HIGH - LOW);
    }

    @Test
    void an_annulled_award_was_given_back_and_counts_no_more() {
        person(commune, "GK_CTTT");
        person(commune, "BK_TLD");
        var low = on.released(commune, "GK_CTTT");
        var annulment = on.release(on.annulment(low));
        assertThat(on.first(annulment).amount()).isEqualTo(LOW);
        var high = on.released(root, "BK_TLD");
        assertThat(on.first(high).amount()).isEqualTo(HIGH);
        assertThat(on.first(high).reduced()).isFalse();
    }

    @Test
    void an_award_annulled_after_another_was_reckoned_with_it_leaves_that_ones_full_sum() throws Exception {
        person(commune, "GK_CTTT");
        person(commune, "BK_TLD");
        var low = on.released(commune, "GK_CTTT");
        var high = on.released(root, "BK_TLD");
        var first = on.release(on.annulment(low));
        assertThat(on.first(first).amount())
                .as("710,000 and 2,800,000 are held, and due for the higher one alone")
                .isZero();
        assertThat(paper(first)).contains("Được giữ lại 710.000 đồng");
        var second = on.release(on.annulment(high));
        assertThat(on.first(second).amount()).isEqualTo(HIGH);
        assertThat(paper(second)).contains("Gồm 710.000 đồng đã nhận theo hình thức khen bị hủy bỏ trước đó");
    }

    @Test
    void another_time_another_kind_and_a_title_beside_an_award_are_each_paid() {
        var now = LocalDate.now();
        person(commune, "GK_CTTT");
        on.released(commune, "GK_CTTT");
        on.waiting(
                commune,
                "BK_TLD",
                "Hồ Thị Một",
                Map.of("periodFrom", now.minusYears(1).plusDays(1).toString()));
        var otherTime = on.released(root, "BK_TLD");
        assertThat(on.first(otherTime).amount()).isEqualTo(HIGH);

        on.waiting(on.branch.a2, "GK_CTTT", "Hồ Thị Ba", Map.of());
        on.released(on.branch.a2, "GK_CTTT");
        on.waiting(on.branch.a2, "BK_TLD_CD", "Hồ Thị Ba", Map.of());
        var otherKind = on.released(root, "BK_TLD_CD");
        assertThat(on.first(otherKind).amount()).isEqualTo(HIGH);

        on.waitingCollective(on.branch.a, "CO_LDLD", "Liên đoàn Lao động A");
        on.waitingCollective(on.branch.a, "BK_TLD", "Liên đoàn Lao động A");
        assertThat(on.first(on.released(on.branch.a, "CO_LDLD")).amount()).isEqualTo(18_720_000);
        assertThat(on.first(on.released(root, "BK_TLD")).amount()).isEqualTo(7_020_000);
    }

    @Test
    void two_flags_for_one_time_pay_the_higher_and_collectives_of_one_name_are_told_apart_by_their_unit() {
        on.waitingCollective(on.branch.a, "CO_LDLD", "Tổ tự quản số 1");
        on.waitingCollective(on.branch.a, "CO_TLD", "Tổ tự quản số 1");
        on.waitingCollective(on.branch.b, "CO_TLD", "Tổ tự quản số 1");
        on.released(on.branch.a, "CO_LDLD");
        var flags = on.view(on.draft(root, "CO_TLD")).items();
        assertThat(flags).extracting(DecisionItem::amount).containsExactlyInAnyOrder(0L, 18_720_000L);
        assertThat(flags).filteredOn(DecisionItem::reduced).singleElement().satisfies(line -> assertThat(line.unit())
                .isEqualTo(on.branch.a));
    }

    @Test
    void the_rule_stands_in_the_rulebook_with_its_basis() throws Exception {
        web.perform(get("/rules/awards-together")
                        .with(user(on.branch.officer(commune).username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("NĐ 152/2025/NĐ-CP Điều 49(5)")))
                .andExpect(content().string(containsString("mức cao nhất")))
                .andExpect(content().string(not(containsString("TITLE_AND_AWARD"))));
    }

    private void person(UnitId proposer, String title) {
        on.waiting(proposer, title, "Hồ Thị Một", Map.of());
    }

    private String paper(DecisionId id) throws Exception {
        var file = web.perform(get("/awards/decisions/{id}/document.docx", id)
                        .with(user(on.officer(id).username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var word = new XWPFDocument(new ByteArrayInputStream(file));
                var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }
}
