package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/commendation/nomination.bpmn to each of its ends. */
@IntegrationTest
class NominationProcessTest {

    @Autowired
    ApplicationContext context;

    @Test
    void from_a_workplace_to_the_presidium_and_back() {
        var award = new AwardFixtures(context);
        var id = award.nominate(award.branch.a11, "BK_TLD", "Nguyễn Thị Hoà");
        assertThat(award.state(id)).isEqualTo(NominationState.REVIEW);
        for (var unit : java.util.List.of(award.branch.a11, award.branch.a1, award.branch.a, award.branch.root)) {
            assertThat(award.at(id)).isEqualTo(unit);
            award.through(id);
        }
        assertThat(award.state(id)).isEqualTo(NominationState.DECIDING);
        assertThat(context.getBean(NominationProgress.class).released(id, true)).isTrue();
        assertThat(award.state(id)).isEqualTo(NominationState.AWARDED);
    }

    @Test
    void a_draft_can_be_checked_and_thrown_away() {
        var award = new AwardFixtures(context);
        var id = award.draft(award.branch.a11);
        var officer = award.branch.officer(award.branch.a11);
        award.complete(officer, id, Words.DRAFT_STEP, "check", Map.of());
        award.complete(officer, id, Words.DRAFT_STEP, "discard", Map.of());
        assertThat(award.state(id)).isEqualTo(NominationState.DISCARDED);
    }
}
