package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.tasklist.Completion.Refused;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A small branch and its papers, for tests that walk the task list as people do; each ends with the consistency query. */
@IntegrationTest
abstract class TaskWalk {

    static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Tasklist tasklist;

    @Autowired
    Errands.Papers papers;

    @Autowired
    Errands.Writing writing;

    @Autowired
    Errands.Meddler meddler;

    @Autowired
    Drafts drafts;

    @Autowired
    Desks desks;

    @Autowired
    Processes processes;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    Branch branch;
    Actor officer;
    Actor leader;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        officer = branch.officer(branch.a1);
        leader = branch.leader(branch.a1);
    }

    @AfterEach
    void the_table_tells_the_same_as_the_engine() {
        TaskConsistency.check(jdbc);
    }

    Completion complete(Actor actor, String task, String outcome, Map<String, Object> answers) {
        return tasklist.complete(actor, task, outcome, answers, VI);
    }

    TaskView only(Actor actor) {
        var items = tasklist.openFor(actor, TaskFilter.everything()).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    List<String> find(String words) {
        return titles(new TaskFilter(words, null, null, null, null, 0, null));
    }

    List<String> titles(TaskFilter filter) {
        return tasklist.openFor(officer, filter).items().stream()
                .map(TaskView::title)
                .toList();
    }

    static List<String> keys(Completion refused) {
        return ((Refused) refused).errors().stream().map(error -> error.key()).toList();
    }

    long count(String table, DossierKey dossier) {
        return jdbc.sql("select count(*) from " + table + " where dossier_type = ? and dossier_id = ?")
                .params(dossier.type(), dossier.id())
                .query(Long.class)
                .single();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
