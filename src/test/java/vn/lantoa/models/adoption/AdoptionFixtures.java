package vn.lantoa.models.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;

/** Adoptions in a small tree of its own, walked as people do; kinds and sites that were there before are written as rows. */
public final class AdoptionFixtures {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Branch branch;
    public final LocalDate today;

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final Tasklist tasklist;
    private final Clock clock;

    public AdoptionFixtures(ApplicationContext context) {
        this.context = context;
        branch = Branch.grow(context);
        jdbc = context.getBean(JdbcClient.class);
        tasklist = context.getBean(Tasklist.class);
        clock = context.getBean(Clock.class);
        today = LocalDate.now(clock);
    }

    /** A kind of the catalogue, kept by the root, with words to begin a plan with. */
    public KindId kind(String name) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into model_kind (code, name, folded, purpose, rules, conditions, costs, state, keeper_id, entered_by,"
                                + " entered_at) values (?, ?, ?, ?, ?, ?, ?, 'OFFERED', ?, ?, ?)")
                .params("kind-" + NUMBER.incrementAndGet(), name, name.toLowerCase(Locale.ROOT))
                .params("Giữ gìn an ninh, trật tự khu nhà trọ", "Họp tổ mỗi tháng một lần", "Có chủ nhà trọ tham gia")
                .params(
                        "Tự lo",
                        branch.root.value(),
                        branch.officer(branch.root).id().value())
                .param(Timestamp.from(clock.instant()))
                .update(key, "id");
        return KindId.of(key.getKeyAs(Number.class).longValue());
    }

    /** A living site of a unit since a day, as its life would have written it. */
    public SiteId site(KindId kind, UnitId unit, String name, SiteId source, LocalDate since) {
        return site(kind, unit, name, source, since, "ACTIVE");
    }

    /** The same in another state. */
    public SiteId site(KindId kind, UnitId unit, String name, SiteId source, LocalDate since, String state) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into model_site (number, kind_id, unit_id, name, place, state, state_since, groups_count, members_count,"
                                + " groups_qualifier, members_qualifier, reminded, source_site_id, drafted_by, opened_at)"
                                + " values (?, ?, ?, ?, 'Khu phố 3', ?, ?, 1, 12, 'EXACT', 'EXACT', 0, ?, ?, ?)")
                .params("T-" + NUMBER.incrementAndGet(), kind.value(), unit.value(), name, state, since)
                .params(
                        source == null ? null : source.value(),
                        branch.officer(branch.root).id().value())
                .param(Timestamp.from(clock.instant()))
                .update(key, "id");
        var id = SiteId.of(key.getKeyAs(Number.class).longValue());
        jdbc.sql("insert into model_site_state (site_id, state, since, unit_id) values (?, ?, ?, ?)")
                .params(id.value(), state, since, unit.value())
                .update();
        return id;
    }

    /** A unit asked by its officer. */
    public AdoptionId asked(UnitId unit, KindId kind) {
        var outcome = context.getBean(Adoptions.class).ask(branch.officer(unit), unit, kind, null);
        assertThat(outcome).isInstanceOf(AdoptionOutcome.Done.class);
        return ((AdoptionOutcome.Done) outcome).id();
    }

    /** A superior invites units. */
    public List<Invitations.Line> invite(UnitId inviter, KindId kind, UnitId... units) {
        var named = new ArrayList<String>();
        for (var unit : units) {
            named.add(unit.toString());
        }
        var outcome = context.getBean(Invitations.class)
                .invite(branch.officer(inviter), new Invitations.Wanted(inviter, kind, null, named, null));
        assertThat(outcome).isInstanceOf(Invitations.Outcome.Done.class);
        return ((Invitations.Outcome.Done) outcome).lines();
    }

    /** One unit invited. */
    public AdoptionId invited(UnitId inviter, KindId kind, UnitId unit) {
        var lines = invite(inviter, kind, unit);
        assertThat(lines).extracting(Invitations.Line::result).containsExactly(Invitations.Result.INVITED);
        return lines.get(0).adoption();
    }

    /** Complete answers of the plan. */
    public Map<String, Object> plan() {
        var answers = new HashMap<String, Object>();
        answers.put("purpose", "Giữ gìn an ninh, trật tự khu nhà trọ");
        answers.put("rules", "Họp tổ mỗi tháng một lần");
        answers.put("siteName", "Tổ tự quản khu nhà trọ số 7");
        answers.put("place", "Khu phố 3");
        answers.put("groups", 2);
        answers.put("members", 30);
        answers.put("plannedOn", today.plusDays(20).toString());
        return answers;
    }

    /** Complete answers of the founding. */
    public Map<String, Object> founding() {
        var answers = new HashMap<String, Object>();
        answers.put("siteName", "Tổ tự quản khu nhà trọ số 7");
        answers.put("place", "Khu phố 3");
        answers.put("foundedOn", today.toString());
        answers.put("foundingNumber", "12/QĐ-CĐ");
        answers.put("groups", 2);
        answers.put("members", 31);
        return answers;
    }

    /** Reasons for an outcome that ends it. */
    public static Map<String, Object> because(String code) {
        return Map.of("reasonCode", code, "reason", "Khu nhà trọ đang sửa chữa");
    }

    /** From the plan to the founding: planned, approved, set up. */
    public void walkToFounding(AdoptionId id) {
        var unit = find(id).unit();
        complete(branch.officer(unit), id, Words.PLAN_STEP, "submit", plan());
        complete(branch.leader(unit), id, Words.APPROVE_STEP, "approve", Map.of());
        complete(branch.officer(unit), id, Words.SET_UP_STEP, "founded", founding());
    }

    public Adoption find(AdoptionId id) {
        return context.getBean(AdoptionRows.class).find(id).orElseThrow();
    }

    public AdoptionState state(AdoptionId id) {
        return find(id).state();
    }

    /** Completes the step, which must be taken. */
    public void complete(Actor actor, AdoptionId id, String step, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, id, step, outcome, answers)).isInstanceOf(Completion.Completed.class);
    }

    /** Completes the step; what became of it. */
    public Completion attempt(Actor actor, AdoptionId id, String step, String outcome, Map<String, Object> answers) {
        var open = tasks(actor, id);
        assertThat(open)
                .as("tasks of adoption %s for %s", id, actor.username())
                .extracting(TaskView::step)
                .contains(step);
        var task =
                open.stream().filter(one -> one.step().equals(step)).findFirst().orElseThrow();
        return tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
    }

    public List<TaskView> tasks(Actor actor, AdoptionId id) {
        return tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(task -> task.dossier().equals(id.dossier()))
                .toList();
    }

    /** What a person was told about an adoption. */
    public List<String> told(Actor actor, AdoptionId id) {
        return jdbc.sql(
                        "select kind from notice where person_id = ? and dossier_type = ? and dossier_id = ? order by id")
                .params(actor.id().value(), AdoptionId.DOSSIER, id.toString())
                .query(String.class)
                .list();
    }
}
