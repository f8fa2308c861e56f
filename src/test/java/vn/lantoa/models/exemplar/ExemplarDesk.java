package vn.lantoa.models.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NomineeErasure;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.ModelSitesOfTests;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** An exemplar's way as people walk it, for the tests of this package. */
@IntegrationTest
abstract class ExemplarDesk {
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Autowired
    MockMvc mvc;

    @Autowired
    ExemplarDuties duties;

    @Autowired
    Exemplars exemplars;

    @Autowired
    ExemplarFigures figures;

    @Autowired
    ModelKinds kinds;

    @Autowired
    ModelSites sites;

    @Autowired
    NomineeErasure erasure;

    @Autowired
    Tasklist tasklist;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Branch branch;
    int year;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        year = LocalDate.now(clock).getYear();
    }

    void honoured(NominationId id, boolean named) {
        jdbc.sql(
                        "update nomination set state = 'AWARDED', outside_number = '7/QĐ', outside_date = ?, public_name = ? where id = ?")
                .params(today(), named, id.value())
                .update();
    }

    void named(UnitId unit, Map<String, Object> what) {
        var request = proposed(unit);
        complete(branch.officer(unit), request, "propose", what);
        complete(branch.leader(unit), request, "approve", decision(today()));
    }

    ExemplarRequestId proposed(UnitId unit) {
        return ((ExemplarOutcome.Done) duties.propose(branch.officer(unit), unit))
                .opened()
                .get(0);
    }

    ExemplarRequestId running(UnitId unit) {
        return duties.running(unit).orElseThrow().id();
    }

    vn.lantoa.models.SiteId site(UnitId unit, String name) {
        return new ModelSitesOfTests(context).add(kinds.offered().get(0).id(), unit, name, SiteState.ACTIVE);
    }

    String number(vn.lantoa.models.SiteId site) {
        return sites.find(site).orElseThrow().number();
    }

    static Map<String, Object> site(String number) {
        return Map.of("object", "SITE", "site", number, "lessons", "Sinh hoạt đều hằng tháng");
    }

    static Map<String, Object> collective(String name) {
        return Map.of("object", "COLLECTIVE", "collective", name, "lessons", "Sinh hoạt đều hằng tháng");
    }

    static Map<String, Object> decision(LocalDate day) {
        return Map.of("number", "15/QĐ-LĐLĐ", "date", day.toString());
    }

    ResultActions ask(Actor actor, UnitId... asked) throws Exception {
        var request = post("/models/exemplars/requests")
                .param("due", LocalDate.of(year, 12, 31).toString());
        for (var unit : List.of(asked)) {
            request.param("unit", unit.toString());
        }
        return mvc.perform(request.with(user(actor.username())).with(csrf()));
    }

    ResultActions confirm(Actor actor, long id, LocalDate day) throws Exception {
        return mvc.perform(post("/api/v1/exemplars/" + id + "/confirmation")
                .contentType("application/json")
                .content("{\"number\":\"3/QĐ\",\"date\":\"" + day + "\"}")
                .with(user(actor.username()))
                .with(csrf()));
    }

    ResultActions page(Actor actor) throws Exception {
        return mvc.perform(get("/models/exemplars").with(user(actor.username())))
                .andExpect(status().isOk());
    }

    void complete(Actor actor, ExemplarRequestId id, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, id, outcome, answers)).isInstanceOf(Completion.Completed.class);
    }

    Completion attempt(Actor actor, ExemplarRequestId id, String outcome, Map<String, Object> answers) {
        var task = tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(id.dossier()))
                .findFirst()
                .orElseThrow();
        return tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
