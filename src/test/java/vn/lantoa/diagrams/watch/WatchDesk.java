package vn.lantoa.diagrams.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.diagrams.Parcels;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;

/** Parcels on their way, whoever packs them, and the administrator who watches. */
abstract class WatchDesk {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Parcels.Post office;

    @Autowired
    Tasklist tasklist;

    @Autowired
    JdbcClient jdbc;

    Branch branch;
    Actor administrator;
    Actor officer;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        administrator = branch.actor(Post.ADMINISTRATOR, branch.root);
        officer = branch.actor(Post.OFFICER, branch.a1);
    }

    void pack(DossierKey one) {
        var task = jdbc.sql("select id from task where dossier_id = ? and step = 'Pack'")
                .param(one.id())
                .query(String.class)
                .single();
        assertThat(tasklist.complete(officer, task, "submit", Map.of(), Locale.ROOT))
                .isInstanceOf(Completion.Completed.class);
    }

    List<String> steps(DossierKey one) {
        return jdbc.sql("select step from task where dossier_type = ? and dossier_id = ?")
                .params(one.type(), one.id())
                .query(String.class)
                .list();
    }

    List<String> audited(DossierKey one) {
        return jdbc.sql("select action from audit_entry where object = ? and action like 'process.%' order by id")
                .param(one.toString())
                .query(String.class)
                .list();
    }

    String instance(DossierKey one) {
        return jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param(one.toString())
                .query(String.class)
                .single();
    }

    ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())).with(csrf()).header("Accept-Language", "vi"));
    }
}
