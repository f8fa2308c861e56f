package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;

/** A branch that registers, assesses and sends, through the doors people use. */
final class SafetyFixtures {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    final ApplicationContext context;
    final Branch branch;
    final SafetyFiles files;
    final SafetyRules rules;
    final Tasklist tasklist;
    final JdbcClient jdbc;
    final Clock clock;

    SafetyFixtures(ApplicationContext context) {
        this.context = context;
        branch = Branch.grow(context);
        files = context.getBean(SafetyFiles.class);
        rules = context.getBean(SafetyRules.class);
        tasklist = context.getBean(Tasklist.class);
        jdbc = context.getBean(JdbcClient.class);
        clock = context.getBean(Clock.class);
        LocaleContextHolder.setLocale(VIETNAMESE);
    }

    /** Lets the house believe it is noon of this day, until {@link #today(ApplicationContext)}. */
    void on(LocalDate day) {
        var noon = day.atTime(12, 0).atZone(VietnamTime.ZONE).toInstant();
        context.getBean(HouseClock.class).setOffset(Duration.between(Instant.now(), noon));
    }

    /** The house's clock is the machine's again, and the reader's language too. */
    static void today(ApplicationContext context) {
        context.getBean(HouseClock.class).setOffset(Duration.ZERO);
        LocaleContextHolder.resetLocaleContext();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The year whose window today lies in. */
    int year() {
        return rules.yearOf(SafetyObject.DN, today()).orElseThrow();
    }

    SafetyWindow window() {
        return rules.window(SafetyObject.DN, year()).orElseThrow();
    }

    SafetyFileId open(UnitId unit) {
        var outcome = files.open(branch.officer(unit), unit, year());
        return SafetyFileId.of(((SafetyOutcome.Done) outcome).id());
    }

    SafetyFile file(SafetyFileId id) {
        return context.getBean(SafetyFileRows.class).find(id).orElseThrow();
    }

    /** A medium enterprise. */
    Map<String, Object> registration() {
        return registration(Map.of("workplace", "DN", "enterpriseSize", "MEDIUM"));
    }

    Map<String, Object> registration(Map<String, Object> workplace) {
        var answers = new HashMap<String, Object>(workplace);
        answers.put("registrationNumber", "01/ĐK-CĐCS");
        answers.put("registrationDate", window().from().toString());
        return answers;
    }

    /** Every criterion of an agency or enterprise met. */
    Map<String, Object> allMet() {
        var answers = new LinkedHashMap<String, Object>();
        for (var criterion : Criterion.of(SafetyObject.DN)) {
            answer(answers, criterion.key(), "YES");
        }
        answers.put("headcount", 120);
        answers.put("briefed", 120);
        answers.put("guardCount", 6);
        meeting(answers);
        return answers;
    }

    Map<String, Object> allMetOfSchool() {
        var answers = new LinkedHashMap<String, Object>();
        for (var criterion : Criterion.of(SafetyObject.CSGD)) {
            answer(answers, criterion.key(), "YES");
        }
        meeting(answers);
        return answers;
    }

    void answer(Map<String, Object> answers, String criterion, String answer) {
        answers.put(criterion, answer);
        answers.put(criterion + "Number", "12/" + criterion);
        answers.put(criterion + "Date", window().from().toString());
    }

    private void meeting(Map<String, Object> answers) {
        answers.put("minutesNumber", "05/BB");
        answers.put("minutesDate", today().toString());
        answers.put("attended", 25);
    }

    Map<String, Object> sending() {
        var answers = new HashMap<String, Object>();
        answers.put("sentTo", "Công an xã A1");
        answers.put("sentDate", today().toString());
        for (var paper : AnswerRows.PAPERS.keySet()) {
            answers.put(paper + "Number", "07/" + paper);
            answers.put(paper + "Date", today().toString());
        }
        return answers;
    }

    Map<String, Object> decision(String result) {
        return Map.of(
                "result",
                result,
                "decisionNumber",
                "88/QĐ-UBND",
                "decisionDate",
                today().toString(),
                "issuer",
                "Chủ tịch UBND xã A1");
    }

    /** A file registered and assessed, waiting at this state. */
    SafetyFileId at(UnitId unit, SafetyFile.State state) {
        var id = open(unit);
        var officer = branch.officer(unit);
        complete(officer, id, "RegisterUnit", "register", registration());
        if (state == SafetyFile.State.ASSESSING) {
            return id;
        }
        complete(officer, id, "AssessUnit", "submit", allMet());
        if (state == SafetyFile.State.APPROVING) {
            return id;
        }
        complete(branch.leader(unit), id, "ApproveAssessment", "approve", Map.of());
        if (state == SafetyFile.State.SENDING) {
            return id;
        }
        complete(officer, id, "SendFile", "sent", sending());
        assertThat(file(id).state()).isEqualTo(SafetyFile.State.AWAITING);
        return id;
    }

    /** A site of the unit in a state of its life. */
    void site(UnitId unit, String state) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("insert into model_kind (code, name, folded, state, keeper_id, entered_by, entered_at)"
                        + " values (?, 'Tổ tự quản', 'to tu quan', 'OFFERED', ?, 1, ?)")
                .params("k" + System.nanoTime(), branch.root.value(), now)
                .update();
        var kind = jdbc.sql("select max(id) from model_kind").query(Long.class).single();
        jdbc.sql(
                        "insert into model_site (kind_id, unit_id, name, place, state, state_since, groups_count, members_count,"
                                + " groups_qualifier, members_qualifier, reminded, drafted_by, opened_at)"
                                + " values (?, ?, 'Tổ tự quản khu trọ số 1', 'Khu phố 2', ?, ?, 1, 12, 'EXACT', 'EXACT', 0, 1, ?)")
                .params(kind, unit.value(), state, today(), now)
                .update();
    }

    void complete(Actor actor, SafetyFileId id, String step, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, id, step, outcome, answers))
                .as(step + " " + outcome)
                .isInstanceOf(Completion.Completed.class);
    }

    Completion attempt(Actor actor, SafetyFileId id, String step, String outcome, Map<String, Object> answers) {
        var task = tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(id.dossier()) && one.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " of " + id + " does not wait for " + actor.username()));
        return tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
    }

    /** The message at a field when a step refuses its answers. */
    String refusal(Completion completion, String field) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion)
                .errors().stream()
                        .filter(error -> error.key().equals(field))
                        .map(error -> error.message())
                        .findFirst()
                        .orElse("no error at " + field + ": " + ((Completion.Refused) completion).errors());
    }
}
