package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.engine.Processes;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/commendation/nomination.bpmn to each of its ends. */
@IntegrationTest
class NominationProcessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    NominationProgress progress;

    @Autowired
    Nominations nominations;

    AwardFixtures award;

    @BeforeEach
    void aSeason() {
        award = new AwardFixtures(context);
    }

    @Test
    void from_a_workplace_to_the_presidium_and_back() {
        var id = award.nominate(award.branch.a11, "BK_TLD", "Nguyễn Thị Hoà");
        assertThat(award.state(id)).isEqualTo(NominationState.REVIEW);
        for (var unit : List.of(award.branch.a11, award.branch.a1, award.branch.a, award.branch.root)) {
            assertThat(award.at(id)).isEqualTo(unit);
            award.through(id);
        }
        assertThat(award.state(id)).isEqualTo(NominationState.DECIDING);
        assertThat(progress.voted(id, true)).as("nothing waits for a vote").isFalse();
        assertThat(progress.released(id, true)).isTrue();
        assertThat(award.state(id)).isEqualTo(NominationState.AWARDED);
        assertThat(progress.released(id, true)).as("once").isFalse();
        assertThat(passed(id)).contains("SendUp", "Awarded");
        assertThat(context.getBean(Reviews.class).of(id))
                .extracting(Review::state)
                .containsOnly("FORWARDED");
        Consistency.check(context.getBean(JdbcClient.class));
    }

    @Test
    void a_title_of_its_own_level_is_decided_there_and_may_be_struck_before_the_release() {
        var id = award.nominate(award.branch.a11, "GK_CDCS", "Trần Thị Na");
        award.through(id);
        assertThat(award.state(id)).isEqualTo(NominationState.DECIDING);
        assertThat(award.review(id).rule().council())
                .as("a committee, no council")
                .isFalse();
        progress.released(id, false);
        assertThat(award.state(id)).isEqualTo(NominationState.REJECTED);
        assertThat(passed(id)).contains("Dropped");
    }

    @Test
    void the_decision_of_an_outside_body_is_entered_by_the_last_level() {
        var id = award.nominate(award.branch.a11, "GK_XA", "Lê Thị Mận");
        award.through(id);
        award.through(id);
        assertThat(award.state(id)).isEqualTo(NominationState.OUTSIDE);
        var officer = award.branch.officer(award.branch.a1);
        var ahead = Map.<String, Object>of(
                "number", "12/QĐ-UBND", "date", LocalDate.now().plusYears(1).toString(), "issuer", "UBND xã A1");
        assertThat(award.attempt(officer, id, Words.OUTSIDE_STEP, "granted", ahead))
                .isInstanceOf(Completion.Refused.class);
        var granted = Map.<String, Object>of(
                "number", "12/QĐ-UBND", "date", LocalDate.now().minusDays(1).toString(), "issuer", "UBND xã A1");
        award.complete(officer, id, Words.OUTSIDE_STEP, "granted", granted);
        assertThat(award.state(id)).isEqualTo(NominationState.AWARDED);
        assertThat(passed(id)).contains("AwardedOutside");
    }

    @Test
    void an_outside_body_may_say_no() {
        var id = award.nominate(award.branch.a1, "GK_XA", "Lê Thị Đào");
        award.through(id);
        award.complete(award.branch.officer(award.branch.a1), id, Words.OUTSIDE_STEP, "refused", Map.of());
        assertThat(award.state(id)).isEqualTo(NominationState.REJECTED);
        assertThat(passed(id)).contains("RefusedOutside");
    }

    @Test
    void a_draft_can_be_checked_and_thrown_away() {
        var id = award.draft(award.branch.a11);
        var officer = award.branch.officer(award.branch.a11);
        award.complete(officer, id, Words.DRAFT_STEP, "check", Map.of("name", "Hoà"));
        assertThat(context.getBean(NomineeRows.class).find(id).orElseThrow().name())
                .as("combining marks become letters")
                .isEqualTo("Hoà");
        award.complete(officer, id, Words.DRAFT_STEP, "discard", Map.of());
        assertThat(award.state(id)).isEqualTo(NominationState.DISCARDED);
        assertThat(passed(id)).contains("Discarded");
    }

    @Test
    void a_level_may_say_no_or_not_this_time_and_that_is_the_end() {
        var no = award.nominate(award.branch.a11, "GK_CTTT", "Phạm Thị Lê");
        var later = award.nominate(award.branch.a11, "GK_CTTT", "Phạm Thị Lý");
        var reviewer = award.branch.officer(award.branch.a11);
        award.complete(reviewer, no, Words.REVIEW_STEP, "reject", Map.of("reason", "Chưa đạt tiêu chuẩn"));
        award.complete(reviewer, later, Words.REVIEW_STEP, "notThisTime", Map.of("reason", "Hết chỉ tiêu"));
        assertThat(award.state(no)).isEqualTo(NominationState.REJECTED);
        assertThat(award.state(later)).isEqualTo(NominationState.NOT_THIS_TIME);
        assertThat(passed(no)).contains("Rejected");
        assertThat(passed(later)).contains("NotThisTime");
    }

    @Test
    void what_is_returned_is_completed_and_begins_again_at_its_own_level() {
        var id = award.nominate(award.branch.a11, "GK_CTTT", "Đỗ Thị Bưởi");
        award.through(id);
        award.complete(
                award.branch.officer(award.branch.a1),
                id,
                Words.REVIEW_STEP,
                "return",
                Map.of("reason", "Thiếu số liệu"));
        assertThat(award.state(id)).isEqualTo(NominationState.DRAFT);
        award.complete(
                award.branch.officer(award.branch.a11),
                id,
                Words.DRAFT_STEP,
                "submit",
                award.answers("GK_CTTT", "Đỗ Thị Bưởi"));
        assertThat(award.at(id)).isEqualTo(award.branch.a11);
    }

    @Test
    void the_proposer_takes_it_back_at_every_waiting_place() {
        var branch = award.branch;
        var officer = branch.officer(branch.a11);
        var ids = new ArrayList<NominationId>();
        ids.add(award.draft(branch.a11));
        ids.add(award.nominate(branch.a11, "GK_CTTT", "Vũ Thị Một"));
        for (var step : List.of("hold", "reserve")) {
            var id = award.nominate(branch.a11, "GK_CTTT", "Vũ Thị " + step);
            award.complete(officer, id, Words.REVIEW_STEP, step, Map.of());
            ids.add(id);
        }
        var posted = award.nominate(branch.a11, "GK_CTTT", "Vũ Thị Hai");
        award.propose(posted);
        assertThat(award.state(posted)).isEqualTo(NominationState.POSTING);
        ids.add(posted);
        var committee = award.nominate(branch.a11, "GK_CTTT", "Vũ Thị Ba");
        award.propose(committee);
        progress.postingClosed(committee, false);
        ids.add(committee);
        var deciding = award.nominate(branch.a11, "GK_CDCS", "Vũ Thị Bốn");
        award.through(deciding);
        ids.add(deciding);
        var voting = award.nominate(branch.a11, "GK_CTTT", "Vũ Thị Năm");
        award.through(voting);
        award.propose(voting);
        progress.postingClosed(voting, false);
        assertThat(award.state(voting)).isEqualTo(NominationState.VOTING);
        ids.add(voting);
        for (var id : ids) {
            assertThat(nominations.withdraw(officer, id, "Đơn vị xin rút"))
                    .as("at %s", award.state(id))
                    .isInstanceOf(CommendationOutcome.Done.class);
            assertThat(award.state(id)).isEqualTo(NominationState.WITHDRAWN);
            assertThat(context.getBean(Processes.class).running(id.dossier())).isFalse();
        }
        assertThat(nominations.withdraw(officer, ids.get(0), "Lần nữa"))
                .isInstanceOf(CommendationOutcome.Conflict.class);
        Consistency.check(context.getBean(JdbcClient.class));
    }

    private List<String> passed(NominationId id) {
        return context.getBean(Processes.class)
                .picture(id.dossier())
                .orElseThrow()
                .passed();
    }
}
