package vn.lantoa.models.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.DailyWork;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.safety.SafetyFile.State;

/**
 * The morning of the yearly files: those not sent by their last day are put before their leaders, and who still has time is reminded. Nothing
 * ends by the passing of time.
 */
@Component
class SafetyDay implements DailyWork {

    private final SafetyFileRows rows;
    private final SafetyNotices notices;
    private final SafetyReminders reminders;
    private final Processes processes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SafetyDay(
            SafetyFileRows rows,
            SafetyNotices notices,
            SafetyReminders reminders,
            Processes processes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.reminders = reminders;
        this.processes = processes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks whether a new day has begun; also after days without power. */
    @Scheduled(fixedDelayString = "${lantoa.campaign.every}", initialDelayString = "${lantoa.campaign.every}")
    void look() {
        if (!LocalTime.now(clock).isBefore(BEGINS) && !lastDay().equals(Optional.of(LocalDate.now(clock)))) {
            workThrough();
        }
    }

    @Override
    public void workThrough() {
        var today = LocalDate.now(clock);
        rows.unsentBefore(today).forEach(id -> transaction.executeWithoutResult(status -> ask(id, today)));
        transaction.executeWithoutResult(status -> reminders.tell(today));
        jdbc.sql("update safety_day set last_day = ? where id = 1").param(today).update();
    }

    /** Two nodes may find the same file: the second finds it asked about. */
    private void ask(SafetyFileId id, LocalDate today) {
        var file = rows.lock(id);
        if (!SafetyFile.PREPARED.contains(file.state()) || !file.sendBy().isBefore(today)) {
            return;
        }
        rows.move(id, State.OVERDUE, file.state());
        notices.overdue(file);
        if (!processes.tell(SafetyFiles.OVERDUE, id.dossier(), Map.of())) {
            throw new IllegalStateException(id.dossier() + " is prepared and does not hear that it is overdue");
        }
    }

    private Optional<LocalDate> lastDay() {
        return Optional.ofNullable(jdbc.sql("select last_day from safety_day where id = 1")
                .query((row, n) -> new LocalDate[] {row.getObject("last_day", LocalDate.class)})
                .single()[0]);
    }
}
