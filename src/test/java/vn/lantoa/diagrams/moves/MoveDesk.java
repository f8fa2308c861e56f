package vn.lantoa.diagrams.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.Parcels;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.diagrams.ProcessOffers;
import vn.lantoa.diagrams.ProcessReleases;
import vn.lantoa.diagrams.ReleaseOutcome;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.HumanTasks;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;

/** Parcels on their way, and the people who release versions and order moves. */
abstract class MoveDesk {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Parcels.Post office;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    ProcessOffers offers;

    @Autowired
    ProcessReleases releases;

    @Autowired
    MoveWork work;

    @Autowired
    MoveOrders orders;

    @Autowired
    HumanTasks tasks;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Branch branch;
    Actor author;
    Actor colleague;
    String process;

    @BeforeEach
    void ship() {
        branch = Branch.grow(context);
        author = branch.actor(Post.ADMINISTRATOR, branch.root);
        colleague = branch.appoint(
                "quantri-ba." + branch.unit(branch.root).code().toLowerCase(),
                "Nguyễn Thử Ba",
                Post.ADMINISTRATOR,
                branch.root);
        process = office.ship();
    }

    void release(ModelFile diagram) {
        DraftId id = drafts.begin(author, process, "Bản sửa");
        drafts.write(author, id, diagram, 1);
        var findings = context.getBean(vn.lantoa.diagrams.DraftFindings.class);
        findings.of(author, id).forEach(told -> findings.reason(author, id, told.key(), "đã xem"));
        assertThat(offers.offer(author, id, "theo quy định")).isInstanceOf(ReleaseOutcome.Done.class);
        assertThat(releases.release(colleague, id, drafts.find(colleague, id).version()))
                .isInstanceOf(ReleaseOutcome.Done.class);
    }

    /** Moves what waits, as the node's own thread does. */
    void workThrough() {
        while (work.moveOne()) {
            continue;
        }
        work.finish();
    }

    void pack(DossierKey one) {
        var task = jdbc.sql("select id from task where dossier_id = ? and step = 'Pack'")
                .param(one.id())
                .query(String.class)
                .single();
        transactions.executeWithoutResult(status -> tasks.complete(task, "submit", Map.of()));
    }

    int version(DossierKey one) {
        return jdbc.sql("select d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where e.business_key_ = ? and e.parent_id_ is null")
                .param(one.toString())
                .query(Integer.class)
                .single();
    }

    /** Our table says of each open task of this process what the engine says. */
    void everyTaskIsRight() {
        assertThat(rows("select t.id, t.definition, t.step from task t where t.process = ?"))
                .containsExactlyInAnyOrderElementsOf(
                        rows("select t.id_, t.proc_def_id_, t.task_def_key_ from act_ru_task t join act_re_procdef d"
                                + " on d.id_ = t.proc_def_id_ where d.key_ = ?"));
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_"
                                        + " join act_re_procdef d on d.id_ = e.proc_def_id_ where d.key_ = ? and t.proc_def_id_ <> e.proc_def_id_")
                        .param(process)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    List<String> rows(String sql) {
        return jdbc.sql(sql)
                .param(process)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())).with(csrf()).header("Accept-Language", "vi"));
    }
}
