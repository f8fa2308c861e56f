package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.Post;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/commendation/level-review.bpmn along each of its ways to each of its ends. */
@IntegrationTest
class LevelReviewProcessTest {

    private static final Map<String, Object> DOCUMENT = Map.of(
            "documentNumber",
            "15/KL-CĐ",
            "documentDate",
            LocalDate.now().minusDays(1).toString());

    @Autowired
    ApplicationContext context;

    @Autowired
    NominationProgress progress;

    @Autowired
    JdbcClient jdbc;

    AwardFixtures award;
    Actor officer;
    Actor leader;

    @BeforeEach
    void aSeason() {
        award = new AwardFixtures(context);
        officer = award.branch.officer(award.branch.a1);
        leader = award.branch.leader(award.branch.a1);
    }

    @Test
    void posting_council_and_signature_put_it_forward() {
        var id = atLevelThree("Ngô Thị Sen");
        assertThat(award.review(id).rule()).isNull();
        award.propose(id);
        assertThat(award.state(id)).isEqualTo(NominationState.POSTING);
        var rule = award.review(id).rule();
        assertThat(rule.council()).isTrue();
        assertThat(rule.approvalPercent()).isEqualTo(50);
        assertThat(rule.postingDays()).isEqualTo(5);
        assertThat(rule.basis()).contains("NĐ 152/2025/NĐ-CP");
        assertThat(progress.voted(id, true))
                .as("not before the posting is over")
                .isFalse();
        assertThat(progress.postingClosed(id, false)).isTrue();
        assertThat(award.state(id)).isEqualTo(NominationState.VOTING);
        assertThat(progress.voted(id, true)).isTrue();
        assertThat(award.state(id)).isEqualTo(NominationState.SIGNING);
        award.complete(leader, id, Words.SIGN_STEP, "approve", Map.of());
        assertThat(lastState(id)).isEqualTo("FORWARDED");
    }

    @Test
    void a_failed_vote_ends_it() {
        var id = atLevelThree("Ngô Thị Cúc");
        award.propose(id);
        progress.postingClosed(id, false);
        assertThat(progress.voted(id, false)).isTrue();
        assertThat(award.state(id)).isEqualTo(NominationState.REJECTED);
        assertThat(lastState(id)).isEqualTo("REJECTED");
    }

    @Test
    void an_objection_stops_only_its_nomination_and_is_examined_by_document_alone() {
        var unfounded = atLevelThree("Ngô Thị Mai");
        var upheld = atLevelThree("Ngô Thị Đào");
        var other = atLevelThree("Ngô Thị Trúc");
        for (var id : List.of(unfounded, upheld, other)) {
            award.propose(id);
            progress.postingClosed(id, !id.equals(other));
        }
        assertThat(award.state(other)).isEqualTo(NominationState.VOTING);
        assertThat(award.state(upheld)).isEqualTo(NominationState.OBJECTED);
        assertThat(award.attempt(officer, unfounded, Words.OBJECTION_STEP, "unfounded", Map.of()))
                .isInstanceOf(Completion.Refused.class);
        award.complete(officer, unfounded, Words.OBJECTION_STEP, "unfounded", DOCUMENT);
        award.complete(officer, upheld, Words.OBJECTION_STEP, "upheld", DOCUMENT);
        assertThat(award.state(unfounded)).isEqualTo(NominationState.VOTING);
        assertThat(award.state(upheld)).isEqualTo(NominationState.REJECTED);
    }

    @Test
    void a_reserve_is_promoted_or_released() {
        var promoted = atLevelThree("Tô Thị Nhất");
        var released = atLevelThree("Tô Thị Nhì");
        for (var id : List.of(promoted, released)) {
            award.complete(officer, id, Words.REVIEW_STEP, "reserve", Map.of());
            assertThat(award.state(id)).isEqualTo(NominationState.RESERVE);
        }
        award.complete(officer, promoted, Words.RESERVE_STEP, "promote", Map.of());
        award.complete(officer, released, Words.RESERVE_STEP, "release", Map.of("reason", "Hết chỉ tiêu"));
        assertThat(award.state(promoted)).isEqualTo(NominationState.REVIEW);
        assertThat(award.state(released)).isEqualTo(NominationState.NOT_THIS_TIME);
    }

    @Test
    void a_hold_ends_by_a_written_conclusion_or_by_a_no() {
        var resumed = atLevelThree("Mạc Thị Hai");
        var rejected = atLevelThree("Mạc Thị Ba");
        for (var id : List.of(resumed, rejected)) {
            award.complete(officer, id, Words.REVIEW_STEP, "hold", Map.of());
            assertThat(award.state(id)).isEqualTo(NominationState.HELD);
        }
        award.complete(officer, resumed, Words.HOLD_STEP, "resume", DOCUMENT);
        award.complete(officer, rejected, Words.HOLD_STEP, "reject", Map.of());
        assertThat(award.state(resumed)).isEqualTo(NominationState.REVIEW);
        assertThat(award.state(rejected)).isEqualTo(NominationState.REJECTED);
    }

    @Test
    void who_is_not_attested_is_handed_in_and_goes_no_further() {
        var id = award.draft(award.branch.a11);
        var unclear = award.answers("GK_CTTT", "Quách Thị Chờ");
        unclear.put("clear", "no");
        award.complete(award.branch.officer(award.branch.a11), id, Words.DRAFT_STEP, "submit", unclear);
        var refused = award.attempt(award.branch.officer(award.branch.a11), id, Words.REVIEW_STEP, "propose", Map.of());
        assertThat(((Completion.Refused) refused).errors())
                .anySatisfy(error -> assertThat(error.message()).contains("Điều 4(4)"));
        assertThat(jdbc.sql("select count(*) from nomination_finding f join nomination_review r on r.id = f.review_id"
                                + " where r.nomination_id = ? and f.rule = 'E01' and f.outcome = 'HOLD'")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_lower_award_needs_the_proposer_s_consent() {
        var id = award.nominate(award.branch.a11, "BK_LDLD", "Kiều Thị Thấp");
        award.through(id);
        var proposer = award.branch.leader(award.branch.a11);
        assertThat(award.attempt(officer, id, Words.REVIEW_STEP, "offerLower", Map.of("offered", "BK_TLD")))
                .as("higher than asked")
                .isInstanceOf(Completion.Refused.class);
        award.complete(officer, id, Words.REVIEW_STEP, "offerLower", Map.of("offered", "GK_CTTT"));
        assertThat(award.state(id)).isEqualTo(NominationState.LOWER_OFFERED);
        award.complete(proposer, id, Words.LOWER_STEP, "refuse", Map.of("reason", "Đơn vị giữ đề nghị"));
        assertThat(award.nomination(id).title()).isEqualTo("BK_LDLD");
        award.complete(officer, id, Words.REVIEW_STEP, "offerLower", Map.of("offered", "GK_CTTT"));
        award.complete(proposer, id, Words.LOWER_STEP, "agree", Map.of());
        assertThat(award.nomination(id).title()).isEqualTo("GK_CTTT");
        award.through(id);
        assertThat(award.state(id)).isEqualTo(NominationState.DECIDING);
    }

    @Test
    void the_committee_s_hands_are_counted_in_whole_numbers() {
        var id = award.nominate(award.branch.a11, "GK_CDCS", "Hồ Thị Giơ");
        award.propose(id);
        progress.postingClosed(id, false);
        var chair = award.branch.leader(award.branch.a11);
        assertThat(progress.voted(id, true)).as("no council here").isFalse();
        var today = LocalDate.now().toString();
        for (var wrong : List.of(
                Map.<String, Object>of("members", 9, "present", 5, "inFavour", 5, "metOn", today),
                Map.<String, Object>of("members", 9, "present", 9, "inFavour", 4, "metOn", today),
                Map.<String, Object>of("members", 9, "present", 10, "inFavour", 9, "metOn", today))) {
            assertThat(award.attempt(chair, id, Words.COMMITTEE_STEP, "agree", wrong))
                    .isInstanceOf(Completion.Refused.class);
        }
        award.complete(chair, id, Words.COMMITTEE_STEP, "disagree", award.committee());
        assertThat(award.state(id)).isEqualTo(NominationState.REJECTED);
    }

    @Test
    void the_signature_may_return_or_refuse() {
        var returned = signing("Lâm Thị Về");
        var refused = signing("Lâm Thị Thôi");
        award.complete(leader, returned, Words.SIGN_STEP, "return", Map.of("reason", "Thiếu biên bản"));
        award.complete(leader, refused, Words.SIGN_STEP, "reject", Map.of("reason", "Chưa đủ tiêu chuẩn"));
        assertThat(award.state(returned)).isEqualTo(NominationState.DRAFT);
        assertThat(award.state(refused)).isEqualTo(NominationState.REJECTED);
    }

    @Test
    void who_weighed_it_does_not_sign_it_and_who_is_nominated_judges_nothing() {
        var both = award.branch.appoint("hai.vai." + award.season, "Ngô Hai Vai", Post.OFFICER, award.branch.a1);
        award.branch.appointAlso(both, Post.LEADER, award.branch.a1);
        both = award.branch.again(both);
        var id = atLevelThree("Cù Thị Tư");
        award.complete(both, id, Words.REVIEW_STEP, "propose", Map.of());
        progress.postingClosed(id, false);
        progress.voted(id, true);
        var signer = both;
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> award.attempt(signer, id, Words.SIGN_STEP, "approve", Map.of()))
                .isInstanceOf(NotAllowed.class);

        var own = award.nominate(award.branch.a1, "GK_CTTT", "Ngô hai vái");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> award.attempt(signer, own, Words.REVIEW_STEP, "propose", Map.of()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("nomination.barred.nominee");
    }

    @Test
    void marks_move_nothing_and_stop_when_the_review_is_over() {
        var reviews = context.getBean(Reviews.class);
        var id = atLevelThree("Đàm Thị Dấu");
        assertThat(reviews.mark(officer, id, Review.Mark.RESERVE)).isTrue();
        assertThat(award.state(id)).isEqualTo(NominationState.REVIEW);
        assertThat(reviews.at(award.branch.a1, award.season))
                .extracting(Review::mark)
                .contains(Review.Mark.RESERVE);
        award.propose(id);
        assertThat(reviews.mark(officer, id, Review.Mark.NONE)).isFalse();
    }

    private NominationId atLevelThree(String name) {
        var id = award.nominate(award.branch.a11, "BK_LDLD", name);
        award.through(id);
        assertThat(award.at(id)).isEqualTo(award.branch.a1);
        return id;
    }

    private NominationId signing(String name) {
        var id = atLevelThree(name);
        award.propose(id);
        progress.postingClosed(id, false);
        progress.voted(id, true);
        return id;
    }

    private String lastState(NominationId id) {
        var states = new HashMap<Long, String>();
        context.getBean(Reviews.class).of(id).stream()
                .filter(review -> review.unit().equals(award.branch.a1))
                .forEach(review -> states.put(review.id(), review.state()));
        return states.values().iterator().next();
    }
}
