package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.notification.Inbox;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Posts;
import vn.lantoa.testing.Branch;

/** A parcel process in service and the people who change it: who draws, a colleague, the leader at the root. */
abstract class ReleaseDesk {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Parcels.Post office;

    @Autowired
    ProcessFiles processes;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    ProcessOffers offers;

    @Autowired
    DraftFindings findings;

    @Autowired
    ProcessReleases releases;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    Branch branch;
    Actor author;
    Actor colleague;
    Actor leader;
    String process;

    @BeforeEach
    void ship() {
        branch = Branch.grow(context);
        author = branch.actor(vn.lantoa.organization.Post.ADMINISTRATOR, branch.root);
        colleague = branch.appoint(
                "quantri-hai." + branch.unit(branch.root).code().toLowerCase(),
                "Nguyễn Thử Hai",
                vn.lantoa.organization.Post.ADMINISTRATOR,
                branch.root);
        process = office.ship();
        var draft = drafts.find(author, drafts.begin(author, process, "chỉ để biết gốc"));
        var root = draft.unit();
        leader = context.getBean(Posts.class).holdersOf(vn.lantoa.organization.Post.LEADER, root).stream()
                .findFirst()
                .orElseGet(() ->
                        branch.appoint("lanhdao-goc." + root, "Trưởng Gốc", vn.lantoa.organization.Post.LEADER, root));
        leader = context.getBean(People.class).actor(leader.username()).orElseThrow();
    }

    DraftId draft(String from, String to) {
        var id = drafts.begin(author, process, "Bản sửa thử");
        assertThat(drafts.write(author, id, diagramOf(id, from, to), 1)).isInstanceOf(ProcessDrafts.Written.Kept.class);
        return id;
    }

    ModelFile diagramOf(DraftId id, String from, String to) {
        return Parcels.changed(drafts.files(author, id).get(0), from, to);
    }

    void offer(DraftId id) {
        findings.of(author, id).stream()
                .filter(DraftFindings.Told::blocks)
                .forEach(told -> findings.reason(author, id, told.key(), "đã xem"));
        assertThat(offers.offer(author, id, "Theo quy định mới")).isInstanceOf(ReleaseOutcome.Done.class);
    }

    MockHttpServletRequestBuilder release(DraftId id) {
        return post("/process-drafts/" + id + "/release")
                .param("version", String.valueOf(drafts.find(author, id).version()));
    }

    static MockHttpServletRequestBuilder json(String address, String body) {
        return post(address).contentType("application/json").content(body);
    }

    ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())).with(csrf()).header("Accept-Language", "vi"));
    }

    int running(int version) {
        return jdbc.sql("select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where d.key_ = ? and d.version_ = ? and e.parent_id_ is null")
                .params(process, version)
                .query(Integer.class)
                .single();
    }
}
