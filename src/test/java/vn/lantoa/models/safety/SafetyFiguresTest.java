package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.models.safety.SafetyCommitments.Entry;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.IntegrationTest;

/** Section III.4 of a report: what the unit itself did, in the report whose span holds the end of the window; and commitments. */
@IntegrationTest
class SafetyFiguresTest {

    private static final LocalDate IN_AUTUMN = LocalDate.of(2027, 10, 1);
    private static final LocalDate YEAR_FROM = LocalDate.of(2026, 12, 15);
    private static final LocalDate YEAR_TO = LocalDate.of(2027, 12, 14);

    @Autowired
    ApplicationContext context;

    @Autowired
    SafetyFigures figures;

    @Autowired
    SafetyLists lists;

    @Autowired
    SafetyCommitments commitments;

    SafetyFixtures safety;
    UnitId unit;
    Actor officer;

    @BeforeEach
    void grow() {
        safety = new SafetyFixtures(context);
        safety.on(IN_AUTUMN);
        unit = safety.branch.a11;
        officer = safety.branch.officer(unit);
    }

    @AfterEach
    void back() {
        SafetyFixtures.today(context);
    }

    @Test
    void a_file_counts_step_by_step_in_the_year_of_its_window() {
        assertThat(ofYear()).as("nothing is known").isEmpty();
        var id = safety.open(unit);
        assertThat(ofYear()).as("not registered yet").isEmpty();
        safety.complete(officer, id, "RegisterUnit", "register", safety.registration());
        assertThat(ofYear()).isEqualTo(Map.of("E1", 1));
        safety.complete(officer, id, "AssessUnit", "submit", safety.allMet());
        safety.complete(safety.branch.leader(unit), id, "ApproveAssessment", "approve", Map.of());
        safety.complete(officer, id, "SendFile", "sent", safety.sending());
        assertThat(ofYear()).as("the result is awaited").isEqualTo(Map.of("E1", 1, "E2", 1));
        safety.complete(officer, id, "RecordDecision", "record", safety.decision("PASSED"));
        assertThat(ofYear()).isEqualTo(Map.of("E1", 1, "E2", 1, "E3", 1));
        assertThat(figures.of(unit, YEAR_FROM, LocalDate.of(2027, 6, 14)))
                .as("the half year holds no end of a window")
                .isEmpty();
        assertThat(figures.of(unit, YEAR_FROM.plusYears(1), YEAR_TO.plusYears(1)))
                .isEmpty();
        assertThat(figures.of(safety.branch.a1, YEAR_FROM, YEAR_TO))
                .as("the superior counts its own")
                .isEmpty();
    }

    @Test
    void a_file_that_was_not_sent_was_not_assessed_and_one_withdrawn_counts_nowhere() {
        var id = safety.at(unit, State.SENDING);
        safety.jdbc
                .sql("update safety_file set send_by = ? where id = ?")
                .params(safety.today().minusDays(1), id.value())
                .update();
        context.getBean(SafetyDay.class).workThrough();
        safety.complete(
                safety.branch.leader(unit), id, "DecideUnsent", "close", Map.of("reason", "Không đủ điều kiện"));
        assertThat(ofYear()).isEqualTo(Map.of("E1", 1, "E2", 0, "E3", 0));
        var other = safety.at(safety.branch.a12, State.SENDING);
        safety.complete(
                safety.branch.officer(safety.branch.a12),
                other,
                "SendFile",
                "withdraw",
                Map.of("withdrawReason", "Giải thể"));
        safety.complete(safety.branch.leader(safety.branch.a12), other, "DecideWithdrawal", "approve", Map.of());
        assertThat(figures.of(safety.branch.a12, YEAR_FROM, YEAR_TO)).isEmpty();
    }

    @Test
    void lists_give_places_to_who_entered_them_and_results_and_classes_to_the_units_they_name() {
        var superior = safety.branch.officer(safety.branch.a1);
        var code = safety.branch.unit(unit).code();
        assertThat(lists.apply(
                                superior,
                                safety.branch.a1,
                                draft(
                                        SafetyDecision.Kind.RECOGNITION,
                                        Map.of(SafetyResult.PASSED, 3, SafetyResult.FAILED, 2),
                                        new SafetyLists.Row(2, "DN", code, null, "Chưa đạt"),
                                        new SafetyLists.Row(3, "KDC", null, "Khu 1", "Đạt"),
                                        new SafetyLists.Row(4, "KDC", null, "Khu 2", "Đạt"),
                                        new SafetyLists.Row(5, "KDC", null, "Khu 3", "Chưa đạt"),
                                        new SafetyLists.Row(6, "Xã", null, "Xã A1", "Đạt")))
                        .sound())
                .isTrue();
        assertThat(lists.apply(
                                superior,
                                safety.branch.a1,
                                draft(
                                        SafetyDecision.Kind.RATING,
                                        Map.of(
                                                SafetyResult.EXCELLENT,
                                                0,
                                                SafetyResult.GOOD,
                                                0,
                                                SafetyResult.AVERAGE,
                                                1,
                                                SafetyResult.WEAK,
                                                0),
                                        new SafetyLists.Row(2, "DN", code, null, "Trung bình")))
                        .sound())
                .isTrue();
        assertThat(figures.of(safety.branch.a1, YEAR_FROM, YEAR_TO)).isEqualTo(Map.of("E5", 2, "E6", 1));
        assertThat(ofYear()).isEqualTo(Map.of("E1", 1, "E2", 1, "E3", 0, "E8a", 0, "E8b", 0, "E8c", 1, "E8d", 0));
    }

    @Test
    void commitments_count_on_their_day_and_a_correction_keeps_what_it_corrects() {
        var first = done(commitments.enter(officer, unit, new Entry(LocalDate.of(2027, 3, 1), 100, 4)));
        done(commitments.enter(officer, unit, new Entry(LocalDate.of(2027, 8, 1), 20, 1)));
        assertThat(ofYear()).isEqualTo(Map.of("E7", 120, "E7b", 5));
        assertThat(figures.of(unit, YEAR_FROM, LocalDate.of(2027, 6, 14))).isEqualTo(Map.of("E7", 100, "E7b", 4));
        var entry = new Entry(LocalDate.of(2027, 3, 1), 90, 4);
        assertThat(commitments.correct(officer, first, entry, " "))
                .isInstanceOfSatisfying(SafetyOutcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("reason"));
        done(commitments.correct(officer, first, entry, "Đếm trùng một tổ"));
        assertThat(ofYear()).isEqualTo(Map.of("E7", 110, "E7b", 5));
        assertThat(commitments.correct(officer, first, entry, "Lần nữa"))
                .isInstanceOfSatisfying(SafetyOutcome.Refused.class, refused -> assertThat(refused.taken())
                        .isTrue());
        assertThat(commitments.of(officer, unit, 2027))
                .extracting(SafetyCommitments.Commitment::people)
                .containsExactly(100, 90, 20);
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        var day = LocalDate.of(2027, 3, 1);
        for (var wrong : List.of(
                new Entry(null, 1, 1),
                new Entry(safety.today().plusDays(1), 1, 1),
                new Entry(LocalDate.of(2019, 1, 1), 1, 1),
                new Entry(day, -1, 1),
                new Entry(day, 1, null),
                new Entry(day, 0, 0))) {
            assertThat(commitments.enter(officer, unit, wrong))
                    .as("%s", wrong)
                    .isInstanceOf(SafetyOutcome.Refused.class);
        }
        assertThat(ofYear()).isEmpty();
    }

    private Map<String, Integer> ofYear() {
        return figures.of(unit, YEAR_FROM, YEAR_TO);
    }

    private static long done(SafetyOutcome outcome) {
        return ((SafetyOutcome.Done) outcome).id();
    }

    private SafetyLists.Draft draft(
            SafetyDecision.Kind kind, Map<SafetyResult, Integer> stated, SafetyLists.Row... rows) {
        return new SafetyLists.Draft(
                new SafetyDecision(kind, 2027, "99/QĐ-UBND", safety.today(), "UBND xã A1"),
                stated,
                List.of(rows),
                false);
    }
}
