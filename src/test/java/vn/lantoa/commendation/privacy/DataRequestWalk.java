package vn.lantoa.commendation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;

/** Somebody of A11 is nominated and asks about the own data; the requests are walked by the people who handle them. */
final class DataRequestWalk {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<String> GIVEN = List.of("Xuân", "Hạ", "Thu", "Đông", "Tuyết", "Mai", "Trúc", "Cúc");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    final AwardFixtures award;
    final UnitId unit;
    final Actor officer;
    final Actor leader;
    final NominationId nominated;

    /** Each test another person: who is nominated twice is found. */
    final String name;

    private final ApplicationContext context;

    DataRequestWalk(ApplicationContext context) {
        this.context = context;
        award = new AwardFixtures(context);
        unit = award.branch.a11;
        officer = award.branch.officer(unit);
        leader = award.branch.leader(unit);
        name = "Trịnh Thị Hoa Lư " + GIVEN.get(PEOPLE.getAndIncrement());
        nominated = award.nominate(unit, "BK_TLD", name);
    }

    DataRequestId recorded(DataRequest.Kind kind) {
        return ((DataRequestOutcome.Done) record(kind, number(), today())).id();
    }

    DataRequestOutcome record(DataRequest.Kind kind, String number, LocalDate receivedOn) {
        return context.getBean(DataRequests.class).record(officer, number, kind, receivedOn, DataRequest.Channel.PAPER);
    }

    String number() {
        return nominations().find(nominated).map(Nomination::number).orElseThrow();
    }

    String nameOf(NominationId id) {
        return nominations().nominees(List.of(id)).get(id).name();
    }

    void complete(Actor actor, DataRequestId id, String step, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, id, step, outcome, answers)).isInstanceOf(Completion.Completed.class);
    }

    Completion attempt(Actor actor, DataRequestId id, String step, String outcome, Map<String, Object> answers) {
        var tasklist = context.getBean(Tasklist.class);
        var task = tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(id.dossier()) && one.step().equals(step))
                .findFirst()
                .orElseThrow();
        return tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
    }

    LocalDate today() {
        return LocalDate.now(context.getBean(Clock.class));
    }

    private Nominations nominations() {
        return context.getBean(Nominations.class);
    }
}
