package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.models.safety.SafetyLists.Row;
import vn.lantoa.testing.IntegrationTest;

/** Lists of outside decisions: taken whole or not at all, and only when their totals agree with the document. */
@IntegrationTest
class SafetyListsTest extends SafetyListDesk {

    @Test
    void totals_that_do_not_agree_are_refused_with_the_difference_and_nothing_is_stored() {
        var year = thisYear();
        var look = lists.apply(
                officer,
                safety.branch.a1,
                recognition(
                        year,
                        Map.of(SafetyResult.PASSED, 3, SafetyResult.FAILED, 0),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "DN", code("a12"), null, "Chưa đạt")));
        assertThat(look.differences())
                .containsExactly(
                        new SafetyLists.Difference(SafetyResult.PASSED, 3, 1),
                        new SafetyLists.Difference(SafetyResult.FAILED, 0, 1));
        assertThat(overview(year).passed()).isZero();
    }

    @Test
    void each_line_that_cannot_be_taken_says_why_and_keeps_the_others_out() {
        var year = thisYear();
        safety.branch.unit("X", "Trùng tên", vn.lantoa.organization.UnitKind.GRASSROOTS_UNION, safety.branch.a1);
        safety.branch.unit("Y", "Trùng tên", vn.lantoa.organization.UnitKind.GRASSROOTS_UNION, safety.branch.a1);
        var look = lists.apply(
                officer,
                safety.branch.a1,
                recognition(
                        year,
                        Map.of(SafetyResult.PASSED, 1, SafetyResult.FAILED, 0),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "DN", code("a12"), null, "Khá"),
                        row(4, "DN", code("a11"), null, "Đạt"),
                        row(5, "DN", code("b1"), null, "Đạt"),
                        row(6, "DN", null, "Trùng tên", "Đạt"),
                        row(7, "Hộ gia đình", null, "Nhà ông A", "Đạt"),
                        row(8, "DN", code("a12"), null, "Tốt"),
                        row(9, "Xã", null, "", "Đạt"),
                        row(10, "DN", "KHONG-CO", null, "Đạt")));
        assertThat(look.troubles())
                .extracting(one -> one.line() + " " + one.message())
                .containsExactly(
                        "3 safety.list.other-kind.RECOGNITION",
                        "4 safety.list.twice",
                        "5 safety.list.unit",
                        "6 safety.list.unit",
                        "7 safety.list.object",
                        "8 safety.list.result.RECOGNITION",
                        "9 safety.list.name",
                        "10 safety.list.unit");
        assertThat(overview(year).passed()).isZero();
    }

    @Test
    void the_decision_itself_must_be_whole() {
        var next = safety.today().plusDays(1);
        var draft = new SafetyLists.Draft(
                new SafetyDecision(SafetyDecision.Kind.RECOGNITION, 2150, " ", next, null), Map.of(), List.of(), false);
        assertThat(lists.look(officer, safety.branch.a1, draft).faults())
                .extracting(SafetyLists.Fault::field)
                .containsExactlyInAnyOrder(
                        "year", "number", "issuer", "decidedOn", "stated.PASSED", "stated.FAILED", "file");
        var kindless =
                new SafetyLists.Draft(new SafetyDecision(null, 2026, "1", next, "UBND"), Map.of(), List.of(), false);
        assertThat(lists.look(officer, safety.branch.a1, kindless).faults())
                .extracting(SafetyLists.Fault::field)
                .containsExactly("kind");
    }

    @Test
    void ratings_are_a_register_of_their_own() {
        var year = thisYear();
        var stated =
                Map.of(SafetyResult.EXCELLENT, 1, SafetyResult.GOOD, 1, SafetyResult.AVERAGE, 0, SafetyResult.WEAK, 0);
        var mixed = rating(year, stated, row(2, "DN", code("a11"), null, "Đạt"), row(3, "KDC", null, "Khu 4", "Khá"));
        assertThat(lists.apply(officer, safety.branch.a1, mixed).troubles())
                .extracting(SafetyLists.Trouble::message)
                .containsExactly("safety.list.other-kind.RATING", "safety.list.place-rated");
        var good = rating(
                year, stated, row(2, "DN", code("a11"), null, "Xuất sắc"), row(3, "DN", code("a12"), null, "Khá"));
        assertThat(lists.apply(officer, safety.branch.a1, good).sound()).isTrue();
        var counts = overview(year);
        assertThat(counts.excellent()).isEqualTo(1);
        assertThat(counts.good()).isEqualTo(1);
        assertThat(counts.passed() + counts.failed() + counts.assessed() + counts.registered())
                .as("no rating is a recognition")
                .isZero();
    }

    @Test
    void of_two_lists_in_one_moment_the_second_is_told_what_the_first_took() throws Exception {
        var list = recognition(
                thisYear(),
                Map.of(SafetyResult.PASSED, 1, SafetyResult.FAILED, 0),
                row(2, "DN", code("a11"), null, "Đạt"));
        var late = new AtomicReference<CompletableFuture<SafetyLists.Look>>();
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(lists.apply(officer, safety.branch.a1, list).sound()).isTrue();
            late.set(CompletableFuture.supplyAsync(() -> lists.apply(officer, safety.branch.a1, list)));
            // Nothing tells when the other waits in the database; shorter only makes the test kinder.
            assertThatThrownBy(() -> late.get().get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThat(late.get().get(20, TimeUnit.SECONDS).troubles())
                .extracting(SafetyLists.Trouble::message)
                .containsExactly("safety.list.decided");
        assertThat(overview(thisYear()).passed()).isEqualTo(1);
    }

    private SafetyLists.Draft rating(int year, Map<SafetyResult, Integer> stated, Row... rows) {
        return draft(SafetyDecision.Kind.RATING, year, stated, rows);
    }
}
