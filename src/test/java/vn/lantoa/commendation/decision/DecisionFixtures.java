package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;

/** Nominations carried to their decision, and decisions carried to their release, by the people of a tree of their own. */
final class DecisionFixtures {

    final AwardFixtures awards;
    final Branch branch;

    private final ApplicationContext context;

    DecisionFixtures(ApplicationContext context) {
        this.context = context;
        awards = new AwardFixtures(context);
        branch = awards.branch;
    }

    /** A name that nobody bears in another test's season. */
    String name(String name) {
        return name + " " + awards.season;
    }

    /** A person proposed by a unit, past every level, waiting for the decision; {@code changed} answers go before the usual ones. */
    NominationId waiting(UnitId proposer, String title, String name, Map<String, Object> changed) {
        var answers = awards.answers(title, name(name));
        answers.put("achievement", "Thành tích đề nghị " + title);
        answers.put("warnReason", "Đã rà soát hồ sơ");
        answers.putAll(changed);
        return carried(proposer, answers);
    }

    /** The same for a collective. */
    NominationId waitingCollective(UnitId proposer, String title, String name) {
        var answers = awards.collectiveAnswers(title, name(name));
        answers.put("achievement", "Thành tích đề nghị " + title);
        answers.put("warnReason", "Đã rà soát hồ sơ");
        return carried(proposer, answers);
    }

    private NominationId carried(UnitId proposer, Map<String, Object> answers) {
        var id = awards.draft(proposer);
        awards.complete(branch.officer(proposer), id, "DraftNomination", "submit", answers);
        for (var level = 0;
                level < 4
                        && awards.state(id) != NominationState.DECIDING
                        && awards.state(id) != NominationState.OUTSIDE;
                level++) {
            awards.through(id);
        }
        return id;
    }

    DecisionId draft(UnitId unit, String title) {
        return done(context.getBean(AwardDecisions.class)
                .draft(branch.officer(unit), unit, awards.season, title, List.of()));
    }

    DecisionId released(UnitId unit, String title) {
        return release(draft(unit, title));
    }

    DecisionId release(DecisionId id) {
        approve(id);
        number(id);
        done(releaseOnly(id));
        return id;
    }

    void approve(DecisionId id) {
        done(context.getBean(AwardDecisions.class).approve(branch.leader(unit(id)), id));
    }

    void number(DecisionId id) {
        var documents = context.getBean(OutgoingDocuments.class);
        var document = documents.of(id.dossier(), 1).orElseThrow();
        assertThat(documents.number(
                        branch.actor(Post.RECORDS_OFFICE, unit(id)), document.id(), documents.proposal(unit(id), "QĐ")))
                .isInstanceOf(OutgoingDocuments.Outcome.Done.class);
    }

    DecisionOutcome releaseOnly(DecisionId id) {
        return context.getBean(Releases.class).release(branch.leader(unit(id)), id);
    }

    DecisionId annulment(DecisionId id) {
        return done(context.getBean(Amendments.class)
                .annul(branch.officer(unit(id)), id, List.of(), "Điều 93 Luật 06/2022/QH15; kết luận số 3/KL"));
    }

    DecisionView view(DecisionId id) {
        return context.getBean(AwardDecisions.class).find(officer(id), id, "test");
    }

    DecisionItem first(DecisionId id) {
        return view(id).items().get(0);
    }

    /** The officer of the deciding unit. */
    Actor officer(DecisionId id) {
        return branch.officer(unit(id));
    }

    private UnitId unit(DecisionId id) {
        return context.getBean(DecisionRows.class).find(id).orElseThrow().unit();
    }

    static DecisionId done(DecisionOutcome outcome) {
        assertThat(outcome).isInstanceOf(DecisionOutcome.Done.class);
        return ((DecisionOutcome.Done) outcome).decision();
    }
}
