package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.council.CouncilFixtures.done;
import static vn.lantoa.commendation.council.CouncilVisits.PAGES;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.document.Attachments;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** The files of a case, for members who may read it: declared first, refused in conflict, closed to former members, every reading logged. */
@IntegrationTest
class CaseFileTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    CouncilVisits visit;
    private byte[] paper;

    @BeforeEach
    void aPaperOfADossier() {
        visit = new CouncilVisits(mvc);
        paper = SampleFiles.pdf();
    }

    @Test
    void a_member_says_first_that_nothing_stands_between_and_every_reading_is_written_down() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = withPaper(on, "Nguyễn Thị Hoà");
        var session = on.planned(1, List.of(id));
        var member = on.members.get(2);
        var file = fileOf(id);
        var address = PAGES + session + "/cases/" + on.first(session).id() + "/files/" + file;

        visit.see(member, address).andExpect(status().isForbidden());
        assertThat(readings(id, member)).as("nothing was shown").isZero();
        declare(on, member, session, false);
        var named = readings(id, member);
        visit.see(member, address)
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(paper))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        assertThat(readings(id, member)).isEqualTo(named + 1);
        visit.see(member, PAGES + session + "/cases/" + on.first(session).id())
                .andExpect(content().string(containsString("bao-cao.pdf")))
                .andExpect(content().string(containsString(address)));
        assertThat(readings(id, member)).isEqualTo(named + 2);

        var prepares = on.manager();
        visit.see(prepares, address).andExpect(status().isOk());
        assertThat(readings(id, prepares))
                .as("who prepares the session is written down too")
                .isEqualTo(1);
    }

    @Test
    void who_has_to_do_with_a_case_opens_none_of_its_files_however_it_was_found() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var found = on.branch.leader(on.branch.a11);
        on.name(found, CouncilMember.Role.MEMBER);
        var id = withPaper(on, "Trần Văn Bình");
        var session = on.planned(1, List.of(id));
        var address = PAGES + session + "/cases/" + on.first(session).id() + "/files/" + fileOf(id);
        var said = on.members.get(2);
        declare(on, said, session, true);
        declare(on, found, session, false);
        for (var barred : List.of(said, found)) {
            var named = readings(id, barred);
            visit.see(barred, address).andExpect(status().isForbidden());
            assertThat(readings(id, barred)).as("nothing was shown").isEqualTo(named);
        }
    }

    @Test
    void a_former_member_and_a_stranger_find_nothing_and_no_address_reaches_into_another_dossier() throws Exception {
        var on = new CouncilFixtures(context, 4);
        var id = withPaper(on, "Lê Thị Mận");
        var other = withPaper(on, "Lê Thị Đào");
        var session = on.planned(1, List.of(id, other));
        var files = PAGES + session + "/cases/" + on.first(session).id() + "/files/";
        var former = on.members.get(3);
        declare(on, former, session, false);
        visit.see(former, files + fileOf(id)).andExpect(status().isOk());
        var asMember = readings(id, former);
        var term = on.councils().members(on.manager(), on.council).stream()
                .filter(one -> one.person().equals(former.id()))
                .findFirst()
                .orElseThrow();
        done(on.councils()
                .end(on.manager(), on.council, term.id(), LocalDate.now().minusDays(1)));
        visit.see(former, files + fileOf(id)).andExpect(status().isNotFound());
        assertThat(readings(id, former))
                .as("what was read as a member, and no more")
                .isEqualTo(asMember);
        visit.see(on.branch.officer(on.branch.a2), files + fileOf(id)).andExpect(status().isNotFound());

        var member = on.members.get(2);
        declare(on, member, session, false);
        visit.see(member, files + fileOf(other)).andExpect(status().isNotFound());
        visit.see(member, files + "khong-co").andExpect(status().isNotFound());
        visit.see(member, files.replace("/cases/" + on.first(session).id(), "/cases/999999") + fileOf(id))
                .andExpect(status().isNotFound());
    }

    private void declare(CouncilFixtures on, Actor member, long session, boolean conflict) throws Exception {
        var one = String.valueOf(on.first(session).id());
        var fields = conflict ? new String[] {"case", one, "conflict", one} : new String[] {"case", one};
        visit.send(member, PAGES + session + "/declarations", fields).andExpect(status().is3xxRedirection());
    }

    private NominationId withPaper(CouncilFixtures on, String name) {
        return on.waiting(name, draft -> {
            try {
                mvc.perform(multipart("/dossiers/nomination/" + draft + "/attachments")
                                .file(new MockMultipartFile("file", "bao-cao.pdf", "application/pdf", paper))
                                .with(user(on.branch.officer(on.branch.a11).username()))
                                .with(csrf()))
                        .andExpect(status().is3xxRedirection());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String fileOf(NominationId id) {
        return context.getBean(Attachments.class).shown(id.dossier()).get(0).id();
    }

    private long readings(NominationId id, Actor actor) {
        return jdbc.sql(
                        "select count(*) from nominee_access where nomination_id = ? and person_id = ? and purpose = 'council'")
                .params(id.value(), actor.id().value())
                .query(Long.class)
                .single();
    }
}
