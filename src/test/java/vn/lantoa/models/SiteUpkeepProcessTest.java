package vn.lantoa.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/models/model-lifecycle.bpmn after recognition: reviews kept and missed, repairs, a leader's decision about what is overdue. */
@IntegrationTest
class SiteUpkeepProcessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    SiteWalk walk;
    KindId kind;
    Actor officer;

    @BeforeEach
    void aKind() {
        walk = new SiteWalk(context);
        kind = walk.kind("Tổ tự quản rà soát");
        officer = walk.branch.officer(walk.branch.a11);
    }

    @AfterEach
    void today() {
        walk.now();
        Consistency.check(jdbc);
    }

    @Test
    void a_review_opens_before_it_is_due_and_keeps_the_site() {
        var id = walk.active(walk.branch.a11, kind, "Tổ giữ vững");
        var due = walk.site(id).reviewDue();
        walk.go(due.minusDays(16));
        walk.morning();
        assertThat(walk.isOpen(officer, id, Words.REVIEW_STEP)).isFalse();
        walk.go(due.minusDays(15));
        walk.morning();
        walk.morning();
        assertThat(walk.tasks(officer, id)).as("once").singleElement().satisfies(task -> assertThat(task.due())
                .isEqualTo(due));
        var founded = context.getBean(Claims.class).foundedOn(id).orElseThrow();
        assertThat(walk.refused(officer, id, Words.REVIEW_STEP, "record", walk.review(founded.minusDays(1), 2, 40, 0)))
                .singleElement()
                .asString()
                .contains("trước ngày thành lập");
        assertThat(walk.refused(officer, id, Words.REVIEW_STEP, "record", walk.review(walk.today(), 5, 4, 0)))
                .singleElement()
                .asString()
                .contains("không thể ít hơn số tổ");
        walk.complete(officer, id, Words.REVIEW_STEP, "record", walk.review(walk.today(), 3, 52, 1));
        var site = walk.site(id);
        assertThat(site.state()).isEqualTo(SiteState.ACTIVE);
        assertThat(site.members().amount()).isEqualTo(52);
        assertThat(site.reviewDue()).isEqualTo(walk.today().plusMonths(6));
        assertThat(walk.passed(id)).contains("Kept");
    }

    @Test
    void two_criteria_not_met_ask_for_a_repair_that_the_superior_confirms() {
        var id = walk.active(walk.branch.a11, kind, "Tổ củng cố");
        walk.go(walk.site(id).reviewDue());
        walk.morning();
        walk.complete(officer, id, Words.REVIEW_STEP, "record", walk.review(walk.today(), 2, 30, 2));
        assertThat(walk.state(id)).isEqualTo(SiteState.NEEDS_REPAIR);
        var done = Map.<String, Object>of(
                "actions", "Họp tổ, bổ sung nội quy", "doneOn", walk.today().toString());
        walk.complete(officer, id, Words.REPAIR_STEP, "done", done);
        walk.complete(walk.superior(id), id, Words.CONFIRM_STEP, "return", Map.of("reason", "Còn thiếu"));
        walk.complete(officer, id, Words.REPAIR_STEP, "done", done);
        assertThat(walk.state(id)).isEqualTo(SiteState.NEEDS_REPAIR);
        walk.complete(walk.superior(id), id, Words.CONFIRM_STEP, "confirm", Map.of());
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        assertThat(walk.passed(id)).contains("Repaired");
    }

    @Test
    void a_missed_review_reminds_twice_and_a_late_one_brings_the_site_back() {
        var id = walk.active(walk.branch.a11, kind, "Tổ chậm rà soát");
        var due = walk.site(id).reviewDue();
        walk.go(due.plusDays(9));
        walk.morning();
        assertThat(reminders(id)).isZero();
        walk.go(due.plusDays(10));
        walk.morning();
        walk.morning();
        assertThat(reminders(id)).as("officer and leader").isEqualTo(2);
        walk.go(due.plusDays(30));
        walk.morning();
        walk.go(due.plusDays(59));
        walk.morning();
        assertThat(reminders(id)).isEqualTo(4);
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        walk.go(due.plusDays(60));
        walk.morning();
        assertThat(walk.state(id)).isEqualTo(SiteState.REVIEW_OVERDUE);
        assertThat(walk.isOpen(walk.superiorLeader(id), id, Words.OVERDUE_STEP)).isTrue();
        walk.go(due.plusDays(500));
        walk.morning();
        assertThat(walk.state(id)).as("no timer lapses it").isEqualTo(SiteState.REVIEW_OVERDUE);
        walk.complete(officer, id, Words.REVIEW_STEP, "record", walk.review(walk.today(), 2, 40, 0));
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        assertThat(walk.isOpen(walk.superiorLeader(id), id, Words.OVERDUE_STEP)).isFalse();
        assertThat(walk.passed(id)).contains("Settled");
    }

    @Test
    void after_days_without_power_every_reminder_is_told_once() {
        var id = walk.active(walk.branch.a11, kind, "Tổ mất điện");
        walk.go(walk.site(id).reviewDue().plusDays(75));
        walk.morning();
        walk.morning();
        assertThat(reminders(id)).as("two reminders to two people").isEqualTo(4);
        assertThat(walk.state(id)).isEqualTo(SiteState.REVIEW_OVERDUE);
        assertThat(walk.tasks(officer, id)).hasSize(1);
        assertThat(walk.tasks(walk.superiorLeader(id), id)).hasSize(1);
    }

    @Test
    void a_leader_gives_time_and_is_asked_again_and_lets_it_lapse() {
        var id = walk.active(walk.branch.a11, kind, "Tổ hết hiệu lực");
        walk.go(walk.site(id).reviewDue().plusDays(60));
        walk.morning();
        var leader = walk.superiorLeader(id);
        var late = Map.<String, Object>of("until", walk.today().toString(), "reason", "Đang sắp xếp");
        assertThat(walk.refused(leader, id, Words.OVERDUE_STEP, "extend", late)).hasSize(1);
        var until = walk.today().plusDays(20);
        walk.complete(
                leader, id, Words.OVERDUE_STEP, "extend", Map.of("until", until.toString(), "reason", "Đang sắp xếp"));
        assertThat(walk.passed(id)).contains("Extended");
        walk.go(until);
        walk.morning();
        assertThat(walk.isOpen(leader, id, Words.OVERDUE_STEP)).isFalse();
        walk.go(until.plusDays(1));
        walk.morning();
        walk.complete(
                leader,
                id,
                Words.OVERDUE_STEP,
                "lapse",
                Map.of("number", "9/QĐ", "date", walk.today().toString(), "reason", "Không rà soát"));
        assertThat(walk.state(id)).isEqualTo(SiteState.LAPSED);
        assertThat(walk.passed(id)).contains("Lapsed");
        assertThat(walk.running(id)).isFalse();
        assertThat(walk.tasks(officer, id)).as("the open review is gone").isEmpty();
        assertThat(context.getBean(Recognitions.class).of(id))
                .singleElement()
                .satisfies(one -> assertThat(one.endedAs()).isEqualTo(SiteState.LAPSED));
    }

    private int reminders(SiteId id) {
        return jdbc.sql("select count(*) from notice where dossier_type = 'model-site' and dossier_id = ? and kind like"
                        + " 'model-site.reminder-%'")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }
}
