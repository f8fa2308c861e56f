package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.IntegrationTest;

/** What may come between: a season that closed, answers that cannot be right, a unit that goes on as another. */
@IntegrationTest
class NominationTroubleTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Nominations nominations;

    AwardFixtures award;

    @BeforeEach
    void aSeason() {
        award = new AwardFixtures(context);
    }

    @Test
    void a_closed_season_takes_no_more_and_loses_nothing() {
        var id = award.draft(award.branch.a11);
        var officer = award.branch.officer(award.branch.a11);
        award.complete(officer, id, Words.DRAFT_STEP, "check", award.answers("GK_CTTT", "Lý Thị Chậm"));
        award.nominateBy(LocalDate.now().minusDays(1));
        var refused = award.attempt(officer, id, Words.DRAFT_STEP, "submit", award.answers("GK_CTTT", "Lý Thị Chậm"));
        assertThat(((Completion.Refused) refused).errors())
                .anySatisfy(error -> assertThat(error.key()).isEqualTo("outcome"));
        assertThat(award.state(id)).isEqualTo(NominationState.DRAFT);
        assertThat(nominations.nominees(List.of(id)).get(id).name()).isEqualTo("Lý Thị Chậm");
    }

    @Test
    void bad_input_gets_a_clear_answer() {
        var officer = award.branch.officer(award.branch.a11);
        var id = award.draft(award.branch.a11);
        assertRefused(
                officer, id, Map.of("periodTo", LocalDate.now().plusDays(3).toString()), "periodTo");
        assertRefused(officer, id, Map.of("periodFrom", LocalDate.now().toString()), "periodTo");
        assertRefused(officer, id, Map.of("title", "CO_LDLD"), "whom");
        assertRefused(
                officer, id, Map.of("consentOn", LocalDate.now().plusDays(1).toString()), "consentOn");
        assertRefused(officer, id, Map.of("directWorker", false), "results");
        assertThat(nominations.start(
                        award.branch.officer(award.branch.a1),
                        new StartNomination(award.branch.a1, null, "GK_CDCS", null, null, null, null)))
                .isEqualTo(CommendationOutcome.Refused.at(
                        "title",
                        "nomination.refused.title",
                        award.branch.unit(award.branch.a1).name()));
    }

    @Test
    void a_unit_merged_in_between_goes_on_as_its_successor() {
        var branch = award.branch;
        var id = award.nominate(branch.a11, "BK_LDLD", "Bùi Thị Xuân");
        award.through(id);
        assertThat(award.at(id)).isEqualTo(branch.a1);
        var merged = context.getBean(UnitRegister.class)
                .merge(branch.actor(Post.ADMINISTRATOR, branch.root), branch.a1, branch.a2, LocalDate.now());
        assertThat(merged).isInstanceOf(Change.Done.class);
        assertThat(award.at(id)).isEqualTo(branch.a2);
        assertThat(award.isOpen(branch.officer(branch.a2), id, Words.REVIEW_STEP))
                .isTrue();
        award.through(id);
        assertThat(context.getBean(Reviews.class).of(id))
                .extracting(Review::unit)
                .contains(branch.a1);
        assertThat(award.at(id)).isEqualTo(branch.a);
    }

    private void assertRefused(Actor officer, NominationId id, Map<String, Object> wrong, String field) {
        var answers = award.answers("GK_CTTT", "Cao Thị Sai");
        answers.putAll(wrong);
        var refused = award.attempt(officer, id, Words.DRAFT_STEP, "submit", answers);
        assertThat(refused).isInstanceOf(Completion.Refused.class);
        assertThat(((Completion.Refused) refused).errors())
                .anySatisfy(error -> assertThat(error.key()).isEqualTo(field));
    }
}
