package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;

/**
 * Three persons of A11 who wait for the commune's decision: the second did not agree to be named, the third is struck from what is released
 * here.
 */
final class DecisionWalk {

    final AwardFixtures awards;
    final Branch branch;
    final Actor officer;
    final Actor leader;
    final String anh;
    final String huong;
    final String rut;
    final List<NominationId> ids;

    private final ApplicationContext context;

    DecisionWalk(ApplicationContext context) {
        this.context = context;
        awards = new AwardFixtures(context);
        branch = awards.branch;
        officer = branch.officer(branch.a1);
        leader = branch.leader(branch.a1);
        anh = "Trần Thị Ngọc Ánh " + awards.season;
        huong = "Đặng Thị Hường " + awards.season;
        rut = "Lê Thị Rút " + awards.season;
        ids = List.of(nominee(anh), nominee(huong), nominee(rut));
        context.getBean(JdbcClient.class)
                .sql("update nomination set public_name = false where id = ?")
                .param(ids.get(1).value())
                .update();
    }

    private NominationId nominee(String name) {
        var id = awards.nominate(branch.a11, "GK_CTTT", name);
        awards.through(id);
        awards.through(id);
        assertThat(awards.state(id)).isEqualTo(NominationState.DECIDING);
        return id;
    }

    DecisionId draft() {
        return done(decisions().draft(officer, branch.a1, awards.season, "GK_CTTT", List.of()));
    }

    /** Released for the first two. */
    DecisionId released() {
        var id = draft();
        decisions().strike(officer, id, line(id, ids.get(2)), "Hồ sơ cần bổ sung");
        return release(id);
    }

    DecisionId release(DecisionId id) {
        assertThat(decisions().approve(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        number(id);
        assertThat(context.getBean(Releases.class).release(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        return id;
    }

    void number(DecisionId id) {
        var documents = context.getBean(OutgoingDocuments.class);
        var document = documents.of(id.dossier(), 1).orElseThrow();
        assertThat(documents.number(
                        branch.actor(Post.RECORDS_OFFICE, branch.a1),
                        document.id(),
                        documents.proposal(branch.a1, "QĐ")))
                .isInstanceOf(OutgoingDocuments.Outcome.Done.class);
    }

    Decision decision(DecisionId id) {
        return decisions().find(officer, id, "t").decision();
    }

    long line(DecisionId id, NominationId nomination) {
        return decisions().find(officer, id, "t").items().stream()
                .filter(item -> item.nomination().equals(nomination))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The names of this tree on the roll of honour. */
    List<String> names() {
        var names = new ArrayList<String>();
        var year = LocalDate.now(context.getBean(Clock.class)).getYear();
        String after = null;
        do {
            var page = context.getBean(Honours.class).of(year, "", after);
            page.items().stream()
                    .filter(line -> line.proposer().equals(branch.a11) && line.name() != null)
                    .forEach(line -> names.add(line.name()));
            after = page.next();
        } while (after != null);
        return names;
    }

    /** The document as the officer loads it. */
    byte[] load(MockMvc web, DecisionId id, String ending) throws Exception {
        return web.perform(get("/awards/decisions/{id}/document." + ending, id).with(user(officer.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    static DecisionId done(DecisionOutcome outcome) {
        assertThat(outcome).isInstanceOf(DecisionOutcome.Done.class);
        return ((DecisionOutcome.Done) outcome).decision();
    }

    private AwardDecisions decisions() {
        return context.getBean(AwardDecisions.class);
    }
}
