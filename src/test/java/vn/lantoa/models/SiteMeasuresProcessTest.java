package vn.lantoa.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/models/model-lifecycle.bpmn: what a leader decides about a recognised site, and a site that was taken over or whose unit is merged. */
@IntegrationTest
class SiteMeasuresProcessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    SiteWalk walk;
    KindId kind;

    @BeforeEach
    void aKind() {
        walk = new SiteWalk(context);
        kind = walk.kind("Tổ tự quản thay đổi");
    }

    @AfterEach
    void today() {
        walk.now();
        Consistency.check(jdbc);
    }

    @Test
    void it_rests_and_goes_on_by_a_leaders_decision() {
        var id = walk.active(walk.branch.a11, kind, "Tổ tạm dừng");
        walk.go(walk.site(id).reviewDue());
        walk.morning();
        assertThat(walk.propose(id, Measure.Kind.SUSPEND, "WIDER_EFFECT")).isInstanceOf(SiteOutcome.Refused.class);
        assertThat(walk.propose(id, Measure.Kind.RESUME, "CONDITIONS_BACK")).isInstanceOf(SiteOutcome.Conflict.class);
        assertThat(walk.propose(id, Measure.Kind.SUSPEND, "PLACE_LOST")).isInstanceOf(SiteOutcome.Done.class);
        assertThat(walk.propose(id, Measure.Kind.CLOSE, "PLACE_LOST"))
                .as("one after another")
                .isInstanceOf(SiteOutcome.Conflict.class);
        assertThat(walk.state(id)).as("nothing before the decision").isEqualTo(SiteState.ACTIVE);
        var leader = walk.superiorLeader(id);
        walk.complete(leader, id, Words.MEASURE_STEP, "refuse", Map.of("reason", "Còn hoạt động được"));
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        walk.propose(id, Measure.Kind.SUSPEND, "PLACE_LOST");
        walk.complete(leader, id, Words.MEASURE_STEP, "agree", walk.decision());
        assertThat(walk.state(id)).isEqualTo(SiteState.SUSPENDED);
        assertThat(walk.tasks(walk.branch.officer(walk.branch.a11), id))
                .as("nobody reviews what rests")
                .isEmpty();
        walk.go(walk.today().plusYears(1));
        walk.morning();
        assertThat(walk.state(id)).isEqualTo(SiteState.SUSPENDED);
        walk.propose(id, Measure.Kind.RESUME, "CONDITIONS_BACK");
        walk.complete(leader, id, Words.MEASURE_STEP, "agree", walk.decision());
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        assertThat(walk.site(id).reviewDue()).isEqualTo(walk.today().plusMonths(6));
    }

    @Test
    void it_is_closed_or_its_recognition_revoked() {
        var closed = walk.active(walk.branch.a11, kind, "Tổ kết thúc");
        walk.propose(closed, Measure.Kind.CLOSE, "AIM_REACHED");
        walk.complete(walk.superiorLeader(closed), closed, Words.MEASURE_STEP, "agree", walk.decision());
        assertThat(walk.state(closed)).isEqualTo(SiteState.CLOSED);
        assertThat(walk.passed(closed)).contains("Closed");
        var revoked = walk.active(walk.branch.a11, kind, "Tổ thu hồi");
        walk.propose(revoked, Measure.Kind.REVOKE, "WRONG_FIGURES");
        walk.complete(walk.superiorLeader(revoked), revoked, Words.MEASURE_STEP, "agree", walk.decision());
        assertThat(walk.state(revoked)).isEqualTo(SiteState.REVOKED);
        assertThat(walk.passed(revoked)).contains("Revoked");
        assertThat(walk.running(revoked)).isFalse();
        assertThat(walk.site(revoked).recognisedLevel()).isNull();
        assertThat(context.getBean(Recognitions.class).highest(revoked)).isEmpty();
    }

    @Test
    void the_next_level_recognises_it_while_it_is_reviewed() {
        var id = walk.active(walk.branch.a11, kind, "Tổ nâng cấp");
        walk.propose(id, Measure.Kind.RAISE, "WIDER_EFFECT");
        var officer = walk.branch.officer(walk.branch.a);
        walk.complete(officer, id, Words.APPRAISE_STEP, "return", Map.of("reason", "Bổ sung số liệu"));
        walk.propose(id, Measure.Kind.RAISE, "WIDER_EFFECT");
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        walk.go(walk.site(id).reviewDue());
        walk.morning();
        walk.complete(
                walk.branch.officer(walk.branch.a11),
                id,
                Words.REVIEW_STEP,
                "record",
                walk.review(walk.today(), 2, 44, 0));
        walk.complete(officer, id, Words.APPRAISE_STEP, "pass", walk.appraisal(2, 44));
        walk.complete(walk.branch.leader(walk.branch.a), id, Words.DECIDE_STEP, "recognise", walk.decision());
        assertThat(walk.site(id).recognisedLevel()).isEqualTo(2);
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        assertThat(context.getBean(Recognitions.class).of(id)).hasSize(2);
        walk.propose(id, Measure.Kind.RAISE, "WIDER_EFFECT");
        walk.complete(walk.branch.officer(walk.branch.root), id, Words.APPRAISE_STEP, "fail", walk.appraisal(2, 44));
        walk.complete(
                walk.branch.leader(walk.branch.root), id, Words.DECIDE_STEP, "reject", Map.of("reason", "Chưa đủ"));
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        assertThat(walk.site(id).recognisedLevel()).isEqualTo(2);
        walk.propose(id, Measure.Kind.CLOSE, "AIM_REACHED");
        walk.complete(walk.branch.leader(walk.branch.a), id, Words.MEASURE_STEP, "agree", walk.decision());
        assertThat(walk.state(id)).isEqualTo(SiteState.CLOSED);
    }

    @Test
    void what_was_taken_over_is_tried_at_once_and_reviewed_before_it_is_recognised() {
        var source = walk.active(walk.branch.b1, kind, "Tổ gốc");
        var id = new TransactionTemplate(
                        context.getBean(org.springframework.transaction.PlatformTransactionManager.class))
                .execute(status -> context.getBean(SiteFounding.class)
                        .takenOver(new SiteFounding.TakenOver(
                                kind,
                                walk.branch.a11,
                                source,
                                "Tổ nhân rộng",
                                "Khu phố 5",
                                null,
                                "7/QĐ",
                                walk.today().minusDays(3),
                                Count.exactly(1),
                                Count.exactly(20),
                                walk.branch.officer(walk.branch.a11).id())));
        assertThat(walk.state(id)).isEqualTo(SiteState.UNDER_TRIAL);
        assertThat(walk.site(id).source()).isEqualTo(source);
        var due = walk.site(id).reviewDue();
        walk.go(due);
        walk.morning();
        walk.complete(
                walk.branch.officer(walk.branch.a11),
                id,
                Words.REVIEW_STEP,
                "record",
                walk.review(walk.today(), 1, 22, 3));
        assertThat(walk.state(id)).as("a trial needs no repair").isEqualTo(SiteState.UNDER_TRIAL);
        walk.recognise(id, 1, 22);
        assertThat(walk.state(id)).isEqualTo(SiteState.ACTIVE);
        assertThat(walk.site(id).reviewDue()).isEqualTo(due.plusMonths(6));
    }

    @Test
    void the_sites_of_a_merged_unit_go_on_in_the_other_with_their_tasks() {
        var active = walk.active(walk.branch.a11, kind, "Tổ của đơn vị sáp nhập");
        walk.go(walk.site(active).reviewDue());
        walk.morning();
        var day = walk.today();
        var counts = context.getBean(SiteCounts.class);
        var figures = context.getBean(ModelFigures.class);
        walk.go(day.plusDays(1));
        var merged = context.getBean(UnitRegister.class)
                .merge(
                        walk.branch.actor(Post.UNIT_ADMINISTRATOR, walk.branch.a),
                        walk.branch.a11,
                        walk.branch.a12,
                        walk.today());
        assertThat(merged).isInstanceOf(Change.Done.class);
        assertThat(walk.site(active).unit()).isEqualTo(walk.branch.a12);
        var year = LocalDate.of(day.getYear() - 1, 1, 1);
        assertThat(figures.of(walk.branch.a11, year, day))
                .as("the old unit's days")
                .containsEntry("D2", 1);
        assertThat(figures.of(walk.branch.a11, year, walk.today())).containsEntry("D2", 0);
        assertThat(figures.of(walk.branch.a12, year, walk.today())).containsEntry("D2", 1);
        assertThat(counts.on(walk.branch.a1, walk.today()).alive().sites()).isEqualTo(1);
        walk.complete(
                walk.branch.officer(walk.branch.a12),
                active,
                Words.REVIEW_STEP,
                "record",
                walk.review(walk.today(), 2, 41, 0));
    }

    @Test
    void ten_sites_of_a_dissolved_unit_keep_every_open_task_in_the_unit_that_goes_on() {
        var sites = new ArrayList<SiteId>();
        for (var i = 1; i <= 3; i++) {
            sites.add(walk.active(walk.branch.a11, kind, "Tổ đang hoạt động " + i));
        }
        for (var i = 1; i <= 3; i++) {
            sites.add(walk.underTrial(walk.branch.a11, kind, "Tổ thí điểm " + i));
        }
        for (var i = 1; i <= 4; i++) {
            sites.add(walk.draft(walk.branch.a11, kind, "Tổ dự thảo " + i));
        }
        walk.go(walk.site(sites.get(2)).reviewDue());
        walk.morning();
        var before = steps(walk.branch.a11, sites);
        assertThat(before).as("nothing rests").doesNotContain(List.of());
        walk.go(walk.today().plusDays(1));
        assertThat(context.getBean(UnitRegister.class)
                        .merge(
                                walk.branch.actor(Post.UNIT_ADMINISTRATOR, walk.branch.a),
                                walk.branch.a11,
                                walk.branch.a12,
                                walk.today()))
                .isInstanceOf(Change.Done.class);
        assertThat(sites).allSatisfy(id -> assertThat(walk.site(id).unit()).isEqualTo(walk.branch.a12));
        assertThat(steps(walk.branch.a12, sites)).isEqualTo(before);
    }

    /** What waits for the officer of a unit, site by site. */
    private List<List<String>> steps(UnitId unit, List<SiteId> sites) {
        return sites.stream()
                .map(id -> walk.tasks(walk.branch.officer(unit), id).stream()
                        .map(task -> task.step())
                        .sorted()
                        .toList())
                .toList();
    }
}
