package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;

/** A season of a small tree of its own, with every stage ahead, and nominations walked through it as people do. */
public final class AwardFixtures {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    public final Branch branch;
    public final long season;

    private final ApplicationContext context;
    private final Tasklist tasklist;
    private final Nominations nominations;
    private final Reviews reviews;
    private final LocalDate today;

    public AwardFixtures(ApplicationContext context) {
        this.context = context;
        branch = Branch.grow(context);
        tasklist = context.getBean(Tasklist.class);
        nominations = context.getBean(Nominations.class);
        reviews = context.getBean(Reviews.class);
        today = LocalDate.now(context.getBean(Clock.class));
        var outcome = context.getBean(Seasons.class).open(branch.officer(branch.root), branch.root, today.getYear());
        assertThat(outcome).isInstanceOf(CommendationOutcome.Done.class);
        season = ((CommendationOutcome.Done) outcome).id();
        context.getBean(JdbcClient.class)
                .sql(
                        "update award_season_stage set nominate_by = ?, review_by = ?, council_by = ?, decide_by = ?, honour_on = ?"
                                + " where season_id = ?")
                .params(today.plusMonths(1), today.plusMonths(2), today.plusMonths(3), today.plusMonths(4))
                .params(today.plusMonths(5), season)
                .update();
    }

    /** Nominations of every level close on this day. */
    public void nominateBy(LocalDate day) {
        context.getBean(JdbcClient.class)
                .sql("update award_season_stage set nominate_by = ? where season_id = ?")
                .params(day, season)
                .update();
    }

    /** A draft of the unit's officer. */
    public NominationId draft(UnitId unit) {
        var outcome = nominations.start(branch.officer(unit), StartNomination.of(unit));
        assertThat(outcome).isInstanceOf(CommendationOutcome.Done.class);
        return NominationId.of(((CommendationOutcome.Done) outcome).id());
    }

    /** Complete answers of the draft for one person, a direct worker with everything in order. */
    public Map<String, Object> answers(String title, String name) {
        var answers = new HashMap<String, Object>();
        answers.put("title", title);
        answers.put("whom", "person");
        answers.put("name", name);
        answers.put("sex", "FEMALE");
        answers.put("birthYear", 1988);
        answers.put("post", "Công nhân may");
        answers.put("directWorker", true);
        answers.put("periodFrom", today.minusYears(1).toString());
        answers.put("periodTo", today.minusDays(10).toString());
        answers.put("achievement", "Nòng cốt của tổ tự quản khu nhà trọ công nhân");
        answers.put("registration", "DONE");
        answers.put("clear", "yes");
        answers.put("attestedBy", "Công đoàn cấp trên trực tiếp");
        answers.put("attestedOn", today.minusDays(5).toString());
        answers.put("consentOn", today.minusDays(6).toString());
        answers.put("consentChannel", "PAPER");
        answers.put("publicName", true);
        return answers;
    }

    /** Complete answers for a collective. */
    public Map<String, Object> collectiveAnswers(String title, String name) {
        var answers = answers(title, name);
        for (var key : java.util.List.of("sex", "birthYear", "post", "directWorker")) {
            answers.remove(key);
        }
        answers.put("whom", "collective");
        answers.put("headcount", 42);
        answers.put("women", 31);
        answers.put("results", "Giữ vững an ninh, trật tự tại đơn vị; phong trào được duy trì đều.");
        return answers;
    }

    /** A nomination of one person, handed in: it lies before the officer of the unit's own level. */
    public NominationId nominate(UnitId unit, String title, String name) {
        var id = draft(unit);
        complete(branch.officer(unit), id, Words.DRAFT_STEP, "submit", answers(title, name));
        return id;
    }

    /** A nomination put forward at the unit that reviews it now, up to where its level waits: posting, vote, committee or signature. */
    public void propose(NominationId id) {
        var at = at(id);
        complete(branch.officer(at), id, Words.REVIEW_STEP, "propose", Map.of());
    }

    /** The whole passage through the level that reviews it now, with posting, vote and signature in favour. */
    public void through(NominationId id) {
        var at = at(id);
        propose(id);
        var progress = context.getBean(NominationProgress.class);
        if (state(id) == NominationState.POSTING) {
            assertThat(progress.postingClosed(id, false)).isTrue();
        }
        if (isOpen(branch.leader(at), id, Words.COMMITTEE_STEP)) {
            complete(branch.leader(at), id, Words.COMMITTEE_STEP, "agree", committee());
        } else if (state(id) == NominationState.VOTING) {
            assertThat(progress.voted(id, true)).isTrue();
        }
        complete(branch.leader(at), id, Words.SIGN_STEP, "approve", Map.of());
    }

    /** Nine of the committee, eight present, seven in favour. */
    public Map<String, Object> committee() {
        return Map.of("members", 9, "present", 8, "inFavour", 7, "metOn", today.toString());
    }

    public UnitId at(NominationId id) {
        return nomination(id).at();
    }

    public NominationState state(NominationId id) {
        return nomination(id).state();
    }

    public Nomination nomination(NominationId id) {
        return nominations.find(id).orElseThrow();
    }

    public Review review(NominationId id) {
        return reviews.current(id).orElseThrow();
    }

    public boolean isOpen(Actor actor, NominationId id, String step) {
        return tasks(actor, id).stream().anyMatch(task -> task.step().equals(step));
    }

    /** Completes the step, which must be taken. */
    public void complete(Actor actor, NominationId id, String step, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, id, step, outcome, answers)).isInstanceOf(Completion.Completed.class);
    }

    /** Completes the step; what became of it. */
    public Completion attempt(Actor actor, NominationId id, String step, String outcome, Map<String, Object> answers) {
        var open = tasks(actor, id);
        assertThat(open)
                .as("tasks of nomination %s for %s", id, actor.username())
                .extracting(TaskView::step)
                .contains(step);
        var task =
                open.stream().filter(one -> one.step().equals(step)).findFirst().orElseThrow();
        return tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
    }

    private java.util.List<TaskView> tasks(Actor actor, NominationId id) {
        return tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(task -> task.dossier().equals(id.dossier()))
                .toList();
    }
}
