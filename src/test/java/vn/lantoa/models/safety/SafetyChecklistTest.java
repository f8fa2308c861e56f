package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.form.StepDesk;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.IntegrationTest;

/** Windows, the one registration of a year, and what is asked: by circular, by branch, and anew each year. */
@IntegrationTest
class SafetyChecklistTest {

    private static final LocalDate IN_AUTUMN = LocalDate.of(2027, 10, 1);
    private static final LocalDate AFTER_THE_WINDOW = LocalDate.of(2027, 11, 20);

    @Autowired
    ApplicationContext context;

    SafetyFixtures safety;
    UnitId unit;
    Actor officer;

    @BeforeEach
    void grow() {
        safety = new SafetyFixtures(context);
        unit = safety.branch.a11;
        officer = safety.branch.officer(unit);
    }

    @AfterEach
    void back() {
        SafetyFixtures.today(context);
    }

    @Test
    void a_window_begins_in_november_of_the_year_before_and_what_comes_after_it_is_of_the_next_year() {
        for (var object : SafetyObject.WORKPLACES) {
            assertThat(safety.rules.yearOf(object, LocalDate.of(2026, 11, 15))).contains(2026);
            assertThat(safety.rules.yearOf(object, LocalDate.of(2026, 11, 16))).contains(2027);
        }
        assertThat(safety.rules.yearOf(SafetyObject.KDC, LocalDate.of(2026, 10, 31)))
                .contains(2026);
        assertThat(safety.rules.yearOf(SafetyObject.KDC, LocalDate.of(2026, 11, 1)))
                .contains(2027);
        assertThat(safety.rules.yearOf(SafetyObject.DN, LocalDate.of(2020, 5, 1)))
                .as("before the circular")
                .isEmpty();
    }

    @Test
    void a_registration_after_the_window_counts_for_the_next_year_and_is_refused_for_this_one() {
        safety.on(AFTER_THE_WINDOW);
        var id = opened(2027);
        var answers = safety.registration();
        answers.put("registrationDate", "2027-11-18");
        assertThat(safety.refusal(safety.attempt(officer, id, "RegisterUnit", "register", answers), "registrationDate"))
                .contains("16/11/2026–15/11/2027", "tính cho năm 2028");
        answers.put("registrationDate", "2026-11-10");
        assertThat(safety.refusal(safety.attempt(officer, id, "RegisterUnit", "register", answers), "registrationDate"))
                .contains("thuộc năm 2026");
        answers.put("registrationDate", "2027-11-25");
        assertThat(safety.refusal(safety.attempt(officer, id, "RegisterUnit", "register", answers), "registrationDate"))
                .contains("chưa tới");
        assertThat(opened(2028)).isNotEqualTo(id);
    }

    @Test
    void a_late_registration_is_taken_and_told_with_its_rule() {
        safety.on(IN_AUTUMN);
        var id = opened(2027);
        var answers = safety.registration();
        answers.put("registrationDate", "2027-04-01");
        safety.complete(officer, id, "RegisterUnit", "register", answers);
        assertThat(safety.file(id).late()).isTrue();
        safety.complete(officer, id, "AssessUnit", "check", safety.allMet());
        assertThat(formOf(id)).contains("Đăng ký sau hạn 31/03/2027", "trong quý I", "đăng ký sau quý I");
    }

    @Test
    void the_last_day_of_the_quarter_is_in_time() {
        safety.on(IN_AUTUMN);
        var id = opened(2027);
        var answers = safety.registration();
        answers.put("registrationDate", "2027-03-31");
        safety.complete(officer, id, "RegisterUnit", "register", answers);
        assertThat(safety.file(id).late()).isFalse();
    }

    @Test
    void a_second_registration_in_one_year_is_refused_plainly_and_another_year_is_not_open() {
        var id = safety.open(unit);
        assertThat(safety.files.open(officer, unit, safety.year()))
                .isInstanceOfSatisfying(SafetyOutcome.Refused.class, refused -> {
                    assertThat(refused.message()).isEqualTo("safety.refused.second");
                    assertThat(refused.args()).contains(id.toString());
                });
        assertThat(safety.files.open(officer, unit, safety.year() + 1))
                .isInstanceOfSatisfying(SafetyOutcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("year"));
    }

    @Test
    void entries_that_cannot_be_are_refused_at_their_field() {
        safety.on(AFTER_THE_WINDOW);
        var id = opened(2027);
        safety.complete(officer, id, "RegisterUnit", "register", inTime());
        var answers = answered();
        answers.remove("guards");
        assertThat(safety.refusal(safety.attempt(officer, id, "AssessUnit", "submit", answers), "guards"))
                .isNotBlank();
        answers = answered();
        answers.put("planDate", "2027-11-18");
        assertThat(safety.refusal(safety.attempt(officer, id, "AssessUnit", "submit", answers), "planDate"))
                .contains("tính cho năm 2028");
        answers = answered();
        answers.put("ruleFireDate", "2019-05-01");
        answers.put("noEventsDate", "2027-11-19");
        answers.put("briefed", 121);
        assertThat(safety.refusal(safety.attempt(officer, id, "AssessUnit", "check", answers), "briefed"))
                .contains("120");
        answers.put("briefed", 120);
        safety.complete(officer, id, "AssessUnit", "check", answers);
        answers.put("noEventsDate", "2026-11-15");
        assertThat(safety.refusal(safety.attempt(officer, id, "AssessUnit", "submit", answers), "noEventsDate"))
                .contains("trước thời gian xét");
        assertThat(safety.file(id).state()).isEqualTo(State.ASSESSING);
    }

    @Test
    void a_criterion_of_the_branch_is_asked_and_counts_in_its_year_alone() {
        safety.site(unit, "ACTIVE");
        local(safety.branch.a, safety.year(), "A", "Có camera giám sát tại cổng");
        local(safety.branch.a, safety.year() - 1, "B", "Tiêu chí của năm trước");
        local(safety.branch.b, safety.year(), "C", "Tiêu chí của tỉnh khác");
        var id = safety.at(unit, State.ASSESSING);
        assertThat(formOf(id)).contains("Có camera giám sát tại cổng").doesNotContain("năm trước của", "tỉnh khác");
        var key = "local_" + safety.branch.a + "_A";
        assertThat(safety.refusal(safety.attempt(officer, id, "AssessUnit", "submit", safety.allMet()), key))
                .isNotBlank();
        var answers = safety.allMet();
        safety.answer(answers, key, "NO");
        safety.complete(officer, id, "AssessUnit", "submit", answers);
        assertThat(safety.file(id).meets()).isFalse();
        assertThat(context.getBean(AnswerRows.class).findings(id))
                .extracting(SafetyFinding::wording)
                .contains("Có camera giám sát tại cổng");
        safety.complete(
                safety.branch.leader(unit), id, "ApproveAssessment", "return", Map.of("reason", "Bổ sung camera"));
        answers.put(key, "YES");
        safety.complete(officer, id, "AssessUnit", "submit", answers);
        assertThat(context.getBean(AnswerRows.class).findings(id))
                .extracting(SafetyFinding::outcome)
                .doesNotContain(SafetyFinding.Outcome.UNMET);
    }

    @Test
    void a_school_is_asked_its_own_six_criteria() {
        safety.site(unit, "NEEDS_REPAIR");
        var id = safety.open(unit);
        safety.complete(
                officer,
                id,
                "RegisterUnit",
                "register",
                safety.registration(Map.of("workplace", "CSGD", "schoolLevel", "SECONDARY")));
        assertThat(formOf(id)).contains("bạo lực học đường").doesNotContain("Phòng cháy và chữa cháy");
        safety.complete(officer, id, "AssessUnit", "submit", safety.allMetOfSchool());
        assertThat(safety.file(id).meets()).isTrue();
    }

    @Test
    void last_years_file_gives_what_hardly_changes_and_every_criterion_is_answered_anew() {
        safety.on(IN_AUTUMN);
        var last = opened(2027);
        safety.complete(officer, last, "RegisterUnit", "register", inTime());
        safety.complete(officer, last, "AssessUnit", "check", safety.allMet());
        safety.on(LocalDate.of(2028, 1, 10));
        var id = opened(2028);
        assertThat(dataOf(id)).containsEntry("workplace", "DN").containsEntry("enterpriseSize", "MEDIUM");
        var answers = new HashMap<>(inTime());
        answers.put("registrationDate", "2028-01-05");
        safety.complete(officer, id, "RegisterUnit", "register", answers);
        assertThat(dataOf(id))
                .containsEntry("headcount", 120)
                .containsEntry("ruleFireNumber", "12/ruleFire")
                .doesNotContainKeys("ruleFire", "plan", "planNumber", "noEvents", "briefed");
    }

    private SafetyFileId opened(int year) {
        return SafetyFileId.of(((SafetyOutcome.Done) safety.files.open(officer, unit, year)).id());
    }

    private Map<String, Object> inTime() {
        var answers = safety.registration();
        answers.put("registrationDate", "2027-01-15");
        return answers;
    }

    /** As {@link SafetyFixtures#allMet}, in the window of 2027. */
    private Map<String, Object> answered() {
        var answers = safety.allMet();
        for (var criterion : Criterion.of(SafetyObject.DN)) {
            answers.put(criterion.key() + "Date", "2027-01-20");
        }
        answers.put("minutesDate", "2027-11-16");
        return answers;
    }

    private void local(UnitId branch, int year, String code, String wording) {
        safety.jdbc
                .sql(
                        "insert into safety_local_criterion (unit_id, year_no, code, workplace, criterion_text, confirmed, valid_from,"
                                + " legal_basis, verification) values (?, ?, ?, 'ANY', ?, true, date '2022-02-10', 'KH 12/KH-UBND', 'own')")
                .params(branch.value(), year, code, wording)
                .update();
    }

    private String formOf(SafetyFileId id) {
        return open(id).schema().toString();
    }

    private Map<String, Object> dataOf(SafetyFileId id) {
        return open(id).data();
    }

    private StepDesk.Opened open(SafetyFileId id) {
        var desk = context.getBean(StepDesk.class);
        return desk.open(officer, id.dossier(), SafetySteps.ASSESS)
                .or(() -> desk.open(officer, id.dossier(), SafetySteps.REGISTER))
                .orElseThrow();
    }
}
