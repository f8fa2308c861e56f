package vn.lantoa.tasklist;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WorkingDays;

/**
 * When a step is due. A dossier has its day from the rules in force; the diagram may give one step days of its own. The earlier of the two
 * holds: days of a step are there to keep the dossier within its day, never to move it (ADR 54).
 */
@Component
class StepDays {

    private final WorkingDays calendar;

    StepDays(WorkingDays calendar) {
        this.calendar = calendar;
    }

    /** How many working days it lay open when it closed at this moment. */
    int taken(OpenTask task, Instant at) {
        var opened = LocalDate.ofInstant(task.createdAt(), VietnamTime.ZONE);
        var closed = LocalDate.ofInstant(at, VietnamTime.ZONE);
        return closed.isAfter(opened) ? calendar.between(opened, closed) : 0;
    }

    /** @param day what the dossier's own rules say of this step; null when nothing */
    LocalDate due(OpenTask task, LocalDate day) {
        if (task.workingDays() == null) {
            return day;
        }
        var own = calendar.plus(LocalDate.ofInstant(task.createdAt(), VietnamTime.ZONE), task.workingDays());
        return day == null || own.isBefore(day) ? own : day;
    }
}
