package vn.lantoa.models.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.commendation.AwardFixtures;
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

/** bpmn/models/exemplar-request.bpmn to each of its ends, the duty it serves and the register it writes. */
@IntegrationTest
class ExemplarRequestProcessTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

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

    @Test
    void who_has_none_is_asked_proposes_a_site_and_the_leader_names_it() throws Exception {
        ask(branch.officer(branch.root), branch.a, branch.b);
        var request = running(branch.a);
        assertThat(duties.of(branch.officer(branch.root)))
                .extracting(ExemplarDuties.Line::met)
                .containsExactly(false, false);
        var site = site(branch.a1, "Khu nhà trọ điển hình " + branch.a1);
        assertThat(attempt(branch.officer(branch.a), request, "propose", site("MH-KHONG-CO")))
                .isInstanceOf(Completion.Refused.class);
        assertThat(attempt(
                        branch.officer(branch.a),
                        request,
                        "propose",
                        site(number(site(branch.b1, "Khu khác " + branch.b1)))))
                .isInstanceOf(Completion.Refused.class);
        complete(branch.officer(branch.a), request, "propose", site(number(site)));
        assertThat(attempt(branch.leader(branch.a), request, "approve", Map.of()))
                .isInstanceOf(Completion.Refused.class);
        assertThat(attempt(branch.leader(branch.a), request, "approve", decision(today().plusDays(1))))
                .isInstanceOf(Completion.Refused.class);
        complete(branch.leader(branch.a), request, "approve", decision(today()));
        page(branch.officer(branch.root))
                .andExpect(content().string(containsString("Khu nhà trọ điển hình " + branch.a1)));
        assertThat(figures.of(branch.a, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEqualTo(Map.of("D11", 1));
        assertThat(figures.of(branch.b, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEmpty();
        assertThat(duties.of(branch.officer(branch.root)))
                .extracting(ExemplarDuties.Line::has)
                .containsExactly(0, 1);
        assertThat(duties.of(branch.officer(branch.b1))).isEmpty();
        mvc.perform(get("/models/kinds/" + sites.find(site).orElseThrow().kind())
                        .with(user(branch.nobody())))
                .andExpect(content().string(containsString("Điển hình năm " + year)));
    }

    @Test
    void a_unit_that_has_none_yet_says_why_and_owes_on() throws Exception {
        ask(branch.officer(branch.root), branch.a);
        var request = running(branch.a);
        assertThat(attempt(branch.officer(branch.a), request, "none", Map.of())).isInstanceOf(Completion.Refused.class);
        complete(branch.officer(branch.a), request, "none", Map.of("reason", "Mô hình mới qua thí điểm"));
        complete(branch.leader(branch.a), request, "return", Map.of("reason", "Xem lại điểm ở xã A1"));
        complete(branch.officer(branch.a), request, "none", Map.of("reason", "Mô hình mới qua thí điểm"));
        complete(branch.leader(branch.a), request, "approve", Map.of());
        assertThat(duties.running(branch.a)).isEmpty();
        assertThat(duties.of(branch.officer(branch.root)))
                .extracting(ExemplarDuties.Line::asks)
                .containsExactly(true, true);
        mvc.perform(get("/api/v1/exemplars/duties")
                        .with(user(branch.officer(branch.root).username())))
                .andExpect(jsonPath("$.items[0].met").value(false))
                .andExpect(jsonPath("$.daysLeft")
                        .value(LocalDate.of(year, 12, 31).toEpochDay() - today().toEpochDay() + 1));
    }

    @Test
    void whoever_proposed_does_not_decide_and_nobody_is_asked_twice() throws Exception {
        ask(branch.officer(branch.root), branch.a);
        ask(branch.officer(branch.root), branch.a).andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select count(*) from exemplar_request where unit_id = ?")
                        .param(branch.a.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var both = branch.officer(branch.a);
        branch.appointAlso(both, vn.lantoa.organization.Post.LEADER, branch.a);
        both = branch.again(both);
        var request = running(branch.a);
        complete(both, request, "propose", collective("Tổ may số 3 " + branch.a));
        assertThat(attempt(both, request, "approve", decision(today()))).isInstanceOf(Completion.NotYours.class);
        mvc.perform(post("/models/exemplars/requests")
                        .param("unit", branch.a.toString())
                        .param("due", LocalDate.of(year, 12, 31).toString())
                        .with(user(branch.officer(branch.b).username()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_same_object_is_named_once_a_year_and_last_years_counts_only_when_confirmed() throws Exception {
        var name = "Tổ may số 5 " + branch.a;
        named(branch.a, collective(name));
        var again = proposed(branch.a);
        assertThat(attempt(branch.officer(branch.a), again, "propose", collective(name.toUpperCase(VIETNAMESE))))
                .isInstanceOf(Completion.Refused.class);
        jdbc.sql("update exemplar set year_no = ?, decided_on = ? where unit_id = ?")
                .params(year - 1, LocalDate.of(year - 1, 5, 1), branch.a.value())
                .update();
        var last = exemplars.of(branch.leader(branch.a), year - 1).get(0).exemplar();
        assertThat(duties.of(branch.officer(branch.a)))
                .extracting(ExemplarDuties.Line::met)
                .containsExactly(false);
        confirm(branch.leader(branch.root), last.id(), today()).andExpect(status().isForbidden());
        confirm(branch.leader(branch.b), last.id(), today()).andExpect(status().isNotFound());
        confirm(branch.leader(branch.a), last.id(), today().plusYears(1)).andExpect(status().isUnprocessableEntity());
        confirm(branch.leader(branch.a), last.id(), today()).andExpect(status().isNoContent());
        confirm(branch.leader(branch.a), last.id(), today()).andExpect(status().isConflict());
        assertThat(duties.of(branch.officer(branch.a)))
                .extracting(ExemplarDuties.Line::met)
                .containsExactly(true);
        page(branch.officer(branch.a)).andExpect(content().string(containsString("được xác nhận lại")));
    }

    @Test
    void a_person_is_shown_by_the_roll_of_honour_only_and_gone_when_erased_there() throws Exception {
        var award = new AwardFixtures(context);
        branch = award.branch;
        var name = "Quách Thị Nêu Gương " + branch.a;
        var nominated = award.nominate(branch.a11, "BK_TLD", name);
        var number = jdbc.sql("select number from nomination where id = ?")
                .param(nominated.value())
                .query(String.class)
                .single();
        var request = proposed(branch.a);
        var answers = Map.<String, Object>of("object", "PERSON", "honour", number, "lessons", "Làm đều, làm thật");
        assertThat(attempt(branch.officer(branch.a), request, "propose", answers))
                .as("not yet honoured")
                .isInstanceOf(Completion.Refused.class);
        honoured(nominated, false);
        assertThat(attempt(branch.officer(branch.a), request, "propose", answers))
                .as("does not want to be named")
                .isInstanceOf(Completion.Refused.class);
        honoured(nominated, true);
        complete(branch.officer(branch.a), request, "propose", answers);
        complete(branch.leader(branch.a), request, "approve", decision(today()));
        page(branch.officer(branch.a)).andExpect(content().string(containsString(name)));
        mvc.perform(get("/dossiers/exemplar-request/" + request)
                        .with(user(branch.officer(branch.a).username())))
                .andExpect(content().string(not(containsString(name))));
        erasure.erase(null, nominated, "request");
        page(branch.officer(branch.a)).andExpect(content().string(not(containsString(name))));
        assertThat(figures.of(branch.a, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEmpty();
    }

    private void honoured(NominationId id, boolean named) {
        jdbc.sql(
                        "update nomination set state = 'AWARDED', outside_number = '7/QĐ', outside_date = ?, public_name = ? where id = ?")
                .params(today(), named, id.value())
                .update();
    }

    private void named(UnitId unit, Map<String, Object> what) {
        var request = proposed(unit);
        complete(branch.officer(unit), request, "propose", what);
        complete(branch.leader(unit), request, "approve", decision(today()));
    }

    private ExemplarRequestId proposed(UnitId unit) {
        return ((ExemplarOutcome.Done) duties.propose(branch.officer(unit), unit))
                .opened()
                .get(0);
    }

    private ExemplarRequestId running(UnitId unit) {
        return duties.running(unit).orElseThrow().id();
    }

    private vn.lantoa.models.SiteId site(UnitId unit, String name) {
        return new ModelSitesOfTests(context).add(kinds.offered().get(0).id(), unit, name, SiteState.ACTIVE);
    }

    private String number(vn.lantoa.models.SiteId site) {
        return sites.find(site).orElseThrow().number();
    }

    private static Map<String, Object> site(String number) {
        return Map.of("object", "SITE", "site", number, "lessons", "Sinh hoạt đều hằng tháng");
    }

    private static Map<String, Object> collective(String name) {
        return Map.of("object", "COLLECTIVE", "collective", name, "lessons", "Sinh hoạt đều hằng tháng");
    }

    private static Map<String, Object> decision(LocalDate day) {
        return Map.of("number", "15/QĐ-LĐLĐ", "date", day.toString());
    }

    private ResultActions ask(Actor actor, UnitId... asked) throws Exception {
        var request = post("/models/exemplars/requests")
                .param("due", LocalDate.of(year, 12, 31).toString());
        for (var unit : List.of(asked)) {
            request.param("unit", unit.toString());
        }
        return mvc.perform(request.with(user(actor.username())).with(csrf()));
    }

    private ResultActions confirm(Actor actor, long id, LocalDate day) throws Exception {
        return mvc.perform(post("/api/v1/exemplars/" + id + "/confirmation")
                .contentType("application/json")
                .content("{\"number\":\"3/QĐ\",\"date\":\"" + day + "\"}")
                .with(user(actor.username()))
                .with(csrf()));
    }

    private ResultActions page(Actor actor) throws Exception {
        return mvc.perform(get("/models/exemplars").with(user(actor.username())))
                .andExpect(status().isOk());
    }

    private void complete(Actor actor, ExemplarRequestId id, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, id, outcome, answers)).isInstanceOf(Completion.Completed.class);
    }

    private Completion attempt(Actor actor, ExemplarRequestId id, String outcome, Map<String, Object> answers) {
        var task = tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(id.dossier()))
                .findFirst()
                .orElseThrow();
        return tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
