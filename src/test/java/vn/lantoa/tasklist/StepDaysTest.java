package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.DuesChanged;

/** The taking of a paper has three working days of its own in its diagram; the paper's own day holds when it is earlier. */
class StepDaysTest extends TaskWalk {

    @Autowired
    WorkingDays calendar;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TaskProjection projection;

    @Test
    void a_step_is_due_on_the_earlier_of_its_own_days_and_the_day_of_its_dossier() {
        var own = calendar.plus(today(), 3);
        assertThat(taken(null)).isEqualTo(own);
        assertThat(taken(today().plusDays(60))).isEqualTo(own);
        var urgent = papers.open("Giấy gấp", branch.a1, today());
        walkToTheSuperior();
        assertThat(dueOf(urgent)).isEqualTo(today());

        transactions.executeWithoutResult(status -> publisher.publishEvent(new DuesChanged(Set.of(urgent))));
        assertThat(dueOf(urgent)).isEqualTo(today());
        transactions.executeWithoutResult(status -> projection.rebuild());
        assertThat(dueOf(urgent)).isEqualTo(today());
        assertThat(jdbc.sql(
                                "select working_days from closed_task where dossier_type = ? and dossier_id = ? and step = 'Check'")
                        .params(urgent.type(), urgent.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private LocalDate taken(LocalDate day) {
        var paper = papers.open("Giấy", branch.a1, day);
        walkToTheSuperior();
        transactions.executeWithoutResult(status -> publisher.publishEvent(new DuesChanged(Set.of(paper))));
        var due = dueOf(paper);
        complete(branch.officer(branch.a), only(branch.officer(branch.a)).id(), "accept", Map.of());
        return due;
    }

    private void walkToTheSuperior() {
        complete(officer, only(officer).id(), "submit", Map.of("text", "đủ"));
        complete(leader, only(leader).id(), "approve", Map.of());
    }

    private LocalDate dueOf(DossierKey paper) {
        return jdbc.sql("select due from task where dossier_type = ? and dossier_id = ?")
                .params(paper.type(), paper.id())
                .query(LocalDate.class)
                .single();
    }
}
