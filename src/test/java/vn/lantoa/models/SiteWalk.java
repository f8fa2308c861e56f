package vn.lantoa.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;

/** Sites of a small tree of its own, walked through their life as people do: by the task list, day by day. */
public final class SiteWalk extends SiteForms {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Branch branch;

    private final ApplicationContext context;
    private final Tasklist tasklist;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    public SiteWalk(ApplicationContext context) {
        this.context = context;
        branch = Branch.grow(context);
        tasklist = context.getBean(Tasklist.class);
        clock = context.getBean(HouseClock.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    /** A new kind of the catalogue. */
    public KindId kind(String name) {
        return kind("kind_" + NUMBER.incrementAndGet() + "_" + branch.root, name);
    }

    /** The kind of this code, made when there is none. */
    public KindId kind(String code, String name) {
        var known = jdbc.sql("select id from model_kind where code = ?")
                .param(code)
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            return KindId.of(known.get());
        }
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into model_kind (code, name, folded, state, keeper_id, entered_by, entered_at)"
                        + " values (?, ?, ?, 'OFFERED', ?, ?, ?)")
                .params(code, name, VietnameseText.fold(name), branch.root.value())
                .params(branch.officer(branch.root).id().value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return KindId.of(key.getKeyAs(Number.class).longValue());
    }

    /** A draft of the unit's officer. */
    public SiteId draft(UnitId unit, KindId kind, String name) {
        var outcome = context.getBean(SiteProposals.class)
                .start(
                        branch.officer(unit),
                        new StartSite(unit, kind, name, "Khu phố 3", null, Count.exactly(2), Count.exactly(40)));
        assertThat(outcome).isInstanceOf(SiteOutcome.Done.class);
        return SiteId.of(((SiteOutcome.Done) outcome).id());
    }

    /** What the draft asks, with two groups of forty members. */
    public Map<String, Object> draftAnswers(SiteId id) {
        var answers = counts(2, 40);
        var site = site(id);
        answers.put("kind", site.kind().toString());
        answers.put("name", site.name());
        answers.put("place", site.place());
        return answers;
    }

    /** From a new draft to the trial. */
    public SiteId underTrial(UnitId unit, KindId kind, String name) {
        var id = draft(unit, kind, name);
        complete(branch.officer(unit), id, Words.DRAFT_STEP, "submit", draftAnswers(id));
        complete(superior(id), id, Words.REGISTER_STEP, "register", decision());
        complete(branch.officer(unit), id, Words.START_STEP, "start", founding());
        return id;
    }

    /** From the trial, which lasts six months, to the recognition with these counts. */
    public void recognise(SiteId id, int groups, int members) {
        complete(branch.officer(site(id).unit()), id, Words.TRIAL_STEP, "propose", counts(groups, members));
        complete(superior(id), id, Words.APPRAISE_STEP, "pass", appraisal(groups, members));
        complete(superiorLeader(id), id, Words.DECIDE_STEP, "recognise", decision());
    }

    /** A site that was founded, tried for seven months of the clock and recognised. */
    public SiteId active(UnitId unit, KindId kind, String name) {
        var id = underTrial(unit, kind, name);
        go(today().plusMonths(7));
        recognise(id, 2, 40);
        assertThat(state(id)).isEqualTo(SiteState.ACTIVE);
        return id;
    }

    /** Proposes a measure by the site's own officer. */
    public SiteOutcome propose(SiteId id, Measure.Kind kind, String reasonCode) {
        return context.getBean(Measures.class)
                .propose(branch.officer(site(id).unit()), id, kind, reasonCode, "Theo tình hình thực tế");
    }

    public Actor superior(SiteId id) {
        return branch.officer(superiorUnit(id));
    }

    public Actor superiorLeader(SiteId id) {
        return branch.leader(superiorUnit(id));
    }

    private UnitId superiorUnit(SiteId id) {
        return context.getBean(vn.lantoa.organization.Units.class)
                .superiorOf(site(id).unit())
                .orElse(site(id).unit());
    }

    public ModelSite site(SiteId id) {
        return context.getBean(ModelSites.class).find(id).orElseThrow();
    }

    public SiteState state(SiteId id) {
        return site(id).state();
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Nine in the morning of a day, without its morning's work. */
    public void go(LocalDate day) {
        var then = day.atTime(LocalTime.of(9, 0)).atZone(VietnamTime.ZONE).toInstant();
        clock.setOffset(Duration.between(Instant.now(), then));
    }

    /** The morning's work of today. */
    public void morning() {
        context.getBean(UpkeepDay.class).workThrough();
    }

    /** Each day up to this one with its morning. */
    public void mornings(LocalDate until) {
        for (var day = today().plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            go(day);
            morning();
        }
    }

    public void now() {
        LocaleContextHolder.resetLocaleContext();
        clock.setOffset(Duration.ZERO);
    }

    public boolean isOpen(Actor actor, SiteId id, String step) {
        return tasks(actor, id).stream().anyMatch(task -> task.step().equals(step));
    }

    /** Completes the step, which must be taken. */
    public void complete(Actor actor, SiteId id, String step, String outcome, Map<String, Object> answers) {
        var done = attempt(actor, id, step, outcome, answers);
        assertThat(done)
                .as(() -> done instanceof Completion.Refused refused
                        ? refused.errors().toString()
                        : "")
                .isInstanceOf(Completion.Completed.class);
    }

    /** Completes the step, which must be refused; the sentences. */
    public List<String> refused(Actor actor, SiteId id, String step, String outcome, Map<String, Object> answers) {
        var done = attempt(actor, id, step, outcome, answers);
        assertThat(done).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) done)
                .errors().stream()
                        .map(error -> error.key() + ": " + error.message())
                        .toList();
    }

    public Completion attempt(Actor actor, SiteId id, String step, String outcome, Map<String, Object> answers) {
        var open = tasks(actor, id);
        assertThat(open)
                .as("tasks of site %s for %s", id, actor.username())
                .extracting(TaskView::step)
                .contains(step);
        var task =
                open.stream().filter(one -> one.step().equals(step)).findFirst().orElseThrow();
        LocaleContextHolder.setLocale(VIETNAMESE);
        return tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
    }

    public List<TaskView> tasks(Actor actor, SiteId id) {
        return tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(task -> task.dossier().equals(id.dossier()))
                .toList();
    }

    /** Ids of the elements its process has left. */
    public List<String> passed(SiteId id) {
        return context.getBean(Processes.class)
                .picture(id.dossier())
                .orElseThrow()
                .passed();
    }

    public boolean running(SiteId id) {
        return context.getBean(Processes.class).running(id.dossier());
    }
}
