package vn.lantoa.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/models/model-lifecycle.bpmn from the draft to recognition, and to each end before it. */
@IntegrationTest
class ModelLifecycleProcessTest {

    private static final Map<String, Object> REASON = Map.of("reason", "Chưa phù hợp");

    @Autowired
    ApplicationContext context;

    @Autowired
    SiteProposals proposals;

    SiteWalk walk;
    KindId kind;

    @BeforeEach
    void aKind() {
        walk = new SiteWalk(context);
        kind = walk.kind("Tổ tự quản thử nghiệm");
    }

    @AfterEach
    void today() {
        walk.now();
        Consistency.check(context.getBean(JdbcClient.class));
    }

    @Test
    void from_a_draft_to_recognition() {
        var id = walk.draft(walk.branch.a11, kind, "Tổ tự quản số 1");
        assertThat(walk.state(id)).isEqualTo(SiteState.DRAFT);
        var officer = walk.branch.officer(walk.branch.a11);
        walk.complete(officer, id, Words.DRAFT_STEP, "save", walk.draftAnswers(id));
        walk.complete(officer, id, Words.DRAFT_STEP, "submit", walk.draftAnswers(id));
        assertThat(walk.state(id)).isEqualTo(SiteState.SUBMITTED);
        walk.complete(walk.superior(id), id, Words.REGISTER_STEP, "register", walk.decision());
        assertThat(walk.state(id)).isEqualTo(SiteState.REGISTERED);
        walk.complete(officer, id, Words.START_STEP, "start", walk.founding());
        assertThat(walk.state(id)).isEqualTo(SiteState.UNDER_TRIAL);
        assertThat(walk.refused(officer, id, Words.TRIAL_STEP, "propose", walk.counts(2, 40)))
                .as("six months are not over")
                .singleElement()
                .asString()
                .contains("Thời gian thí điểm chưa đủ");
        walk.go(walk.today().plusMonths(6));
        walk.complete(officer, id, Words.TRIAL_STEP, "propose", walk.counts(2, 40));
        assertThat(walk.state(id)).isEqualTo(SiteState.PROPOSED);
        walk.complete(walk.superior(id), id, Words.APPRAISE_STEP, "pass", walk.appraisal(3, 45));
        assertThat(walk.state(id)).isEqualTo(SiteState.APPRAISED);
        walk.complete(walk.superiorLeader(id), id, Words.DECIDE_STEP, "recognise", walk.decision());
        var site = walk.site(id);
        assertThat(site.state()).isEqualTo(SiteState.ACTIVE);
        assertThat(site.recognisedLevel()).isEqualTo(3);
        assertThat(site.groups().amount()).as("as appraised").isEqualTo(3);
        assertThat(site.reviewDue()).isEqualTo(walk.today().plusMonths(6));
        assertThat(walk.running(id)).isTrue();
    }

    @Test
    void a_draft_is_thrown_away_or_taken_back() {
        var thrown = walk.draft(walk.branch.a11, kind, "Tổ bỏ");
        walk.complete(walk.branch.officer(walk.branch.a11), thrown, Words.DRAFT_STEP, "discard", Map.of());
        assertThat(walk.passed(thrown)).contains("NotBuilt");
        assertThat(walk.state(thrown)).isEqualTo(SiteState.WITHDRAWN);
        var back = walk.underTrial(walk.branch.a11, kind, "Tổ rút");
        var officer = walk.branch.officer(walk.branch.a11);
        assertThat(proposals.withdraw(officer, back, " ")).isInstanceOf(SiteOutcome.Refused.class);
        assertThat(proposals.withdraw(officer, back, "Đơn vị xin rút")).isInstanceOf(SiteOutcome.Done.class);
        assertThat(walk.state(back)).isEqualTo(SiteState.WITHDRAWN);
        assertThat(walk.passed(back)).contains("Withdrawn");
        assertThat(walk.running(back)).isFalse();
        assertThat(proposals.withdraw(officer, back, "Lần nữa")).isInstanceOf(SiteOutcome.Conflict.class);
    }

    @Test
    void the_superior_returns_three_times_and_then_must_decide() {
        var id = walk.draft(walk.branch.a11, kind, "Tổ trả lại");
        var officer = walk.branch.officer(walk.branch.a11);
        for (var times = 0; times < 3; times++) {
            walk.complete(officer, id, Words.DRAFT_STEP, "submit", walk.draftAnswers(id));
            walk.complete(walk.superior(id), id, Words.REGISTER_STEP, "return", REASON);
            assertThat(walk.state(id)).isEqualTo(SiteState.DRAFT);
        }
        walk.complete(officer, id, Words.DRAFT_STEP, "submit", walk.draftAnswers(id));
        assertThat(walk.refused(walk.superior(id), id, Words.REGISTER_STEP, "return", REASON))
                .singleElement()
                .asString()
                .contains("lần này phải quyết định");
        walk.complete(walk.superior(id), id, Words.REGISTER_STEP, "reject", REASON);
        assertThat(walk.state(id)).isEqualTo(SiteState.REJECTED);
        assertThat(walk.passed(id)).contains("Rejected");
    }

    @Test
    void what_was_rejected_waits_six_months_before_it_is_proposed_again() {
        var first = walk.draft(walk.branch.a11, kind, "Tổ bị từ chối");
        var officer = walk.branch.officer(walk.branch.a11);
        walk.complete(officer, first, Words.DRAFT_STEP, "submit", walk.draftAnswers(first));
        walk.complete(walk.superior(first), first, Words.REGISTER_STEP, "reject", REASON);
        var again = walk.draft(walk.branch.a11, kind, "TỔ BỊ TỪ CHỐI");
        assertThat(walk.refused(officer, again, Words.DRAFT_STEP, "submit", walk.draftAnswers(again)))
                .singleElement()
                .asString()
                .contains("đề nghị lại được từ ngày");
        walk.go(walk.today().plusMonths(6));
        walk.complete(officer, again, Words.DRAFT_STEP, "submit", walk.draftAnswers(again));
    }

    @Test
    void a_trial_is_given_up_and_a_registered_site_not_begun() {
        var trial = walk.underTrial(walk.branch.a11, kind, "Tổ thôi thí điểm");
        walk.complete(walk.branch.officer(walk.branch.a11), trial, Words.TRIAL_STEP, "giveUp", REASON);
        assertThat(walk.state(trial)).isEqualTo(SiteState.CLOSED);
        assertThat(walk.passed(trial)).contains("Closed");
        var registered = walk.draft(walk.branch.a11, kind, "Tổ không làm");
        var officer = walk.branch.officer(walk.branch.a11);
        walk.complete(officer, registered, Words.DRAFT_STEP, "submit", walk.draftAnswers(registered));
        walk.complete(walk.superior(registered), registered, Words.REGISTER_STEP, "register", walk.decision());
        walk.complete(officer, registered, Words.START_STEP, "giveUp", REASON);
        assertThat(walk.state(registered)).isEqualTo(SiteState.WITHDRAWN);
    }

    @Test
    void what_an_appraisal_did_not_pass_is_not_recognised_whatever_its_rating() {
        var id = walk.underTrial(walk.branch.a11, kind, "Tổ xếp loại khá");
        walk.go(walk.today().plusMonths(6));
        var officer = walk.branch.officer(walk.branch.a11);
        walk.complete(officer, id, Words.TRIAL_STEP, "propose", walk.counts(2, 40));
        var answers = walk.appraisal(2, 40);
        answers.put("writtenRules", "no");
        answers.put("police", "disagree");
        answers.put("rating", "GOOD");
        assertThat(walk.refused(walk.superior(id), id, Words.APPRAISE_STEP, "pass", answers))
                .hasSize(2);
        assertThat(walk.refused(walk.superior(id), id, Words.APPRAISE_STEP, "pass", walk.appraisal(20, 40)))
                .as("three members a group")
                .singleElement()
                .asString()
                .contains("60");
        assertThat(walk.refused(walk.superior(id), id, Words.APPRAISE_STEP, "pass", walk.appraisal(41, 40)))
                .singleElement()
                .asString()
                .contains("không thể ít hơn số tổ");
        walk.complete(walk.superior(id), id, Words.APPRAISE_STEP, "fail", answers);
        assertThat(walk.refused(walk.superiorLeader(id), id, Words.DECIDE_STEP, "recognise", walk.decision()))
                .singleElement()
                .asString()
                .contains("xếp loại Khá không thay cho kết luận đạt");
        walk.complete(walk.superiorLeader(id), id, Words.DECIDE_STEP, "return", REASON);
        assertThat(walk.state(id)).isEqualTo(SiteState.UNDER_TRIAL);
        walk.complete(officer, id, Words.TRIAL_STEP, "propose", walk.counts(2, 40));
        walk.complete(walk.superior(id), id, Words.APPRAISE_STEP, "return", REASON);
        walk.complete(officer, id, Words.TRIAL_STEP, "propose", walk.counts(2, 40));
        walk.complete(walk.superior(id), id, Words.APPRAISE_STEP, "fail", answers);
        walk.complete(walk.superiorLeader(id), id, Words.DECIDE_STEP, "reject", REASON);
        assertThat(walk.state(id)).isEqualTo(SiteState.REJECTED);
    }

    @Test
    void whoever_appraises_does_not_decide() {
        var id = walk.underTrial(walk.branch.a11, kind, "Tổ bốn mắt");
        walk.go(walk.today().plusMonths(6));
        walk.branch.appointAlso(walk.superior(id), Post.LEADER, walk.branch.a1);
        var both = walk.branch.again(walk.superior(id));
        walk.complete(walk.branch.officer(walk.branch.a11), id, Words.TRIAL_STEP, "propose", walk.counts(2, 40));
        walk.complete(both, id, Words.APPRAISE_STEP, "pass", walk.appraisal(2, 40));
        assertThatThrownBy(() -> walk.attempt(both, id, Words.DECIDE_STEP, "recognise", walk.decision()))
                .isInstanceOf(NotAllowed.class);
        walk.complete(walk.branch.leader(walk.branch.a1), id, Words.DECIDE_STEP, "recognise", walk.decision());
    }

    @Test
    void two_units_with_the_same_model_are_told_and_linked() {
        var one = walk.draft(walk.branch.a11, kind, "Tổ tự quản Hoà Bình");
        var other = walk.draft(walk.branch.a12, kind, "Tổ tự quản Hòa Bình");
        for (var id : List.of(one, other)) {
            walk.complete(
                    walk.branch.officer(walk.site(id).unit()), id, Words.DRAFT_STEP, "submit", walk.draftAnswers(id));
        }
        var twins = context.getBean(Twins.class);
        assertThat(twins.of(one)).extracting(ModelSite::id).containsExactly(other);
        assertThat(twins.of(other)).extracting(ModelSite::id).containsExactly(one);
        walk.complete(walk.superior(one), one, Words.REGISTER_STEP, "register", walk.decision());
        walk.complete(walk.superior(other), other, Words.REGISTER_STEP, "register", walk.decision());
    }
}
