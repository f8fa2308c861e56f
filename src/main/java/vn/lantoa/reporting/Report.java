package vn.lantoa.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.organization.UnitId;

/**
 * One unit's report for one period.
 *
 * @param parent the superior on the day it was opened: sums follow it; null for a unit without one
 * @param extendedUntil the date a named authority gave instead, null when none
 * @param returnedUntil by when the unit completes what was returned or opened again, null when nothing was
 * @param timeliness fixed by the first sending, null before it
 * @param missingSince when the campaign was closed without it, null when it was not
 */
public record Report(
        ReportId id,
        UnitId unit,
        ReportingPeriod period,
        LocalDate from,
        LocalDate to,
        UnitId parent,
        int level,
        long list,
        ReportState state,
        ReportState draftState,
        int revision,
        Deadlines.Due due,
        LocalDate extendedUntil,
        LocalDate returnedUntil,
        Instant firstSentAt,
        Instant lastSentAt,
        Timeliness timeliness,
        boolean enteredBySuperior,
        Instant openedAt,
        Instant missingSince) {

    /** The day by whose end the unit is to send it, as things stand now. */
    public LocalDate unitDue() {
        if (returnedUntil != null) {
            return returnedUntil;
        }
        return extendedUntil != null ? extendedUntil : due.lastDay();
    }

    /** The first sending; empty before it. */
    public Optional<Instant> sent() {
        return Optional.ofNullable(firstSentAt);
    }

    /** Whether the campaign was closed without it and it has not come since. */
    public boolean missing() {
        return missingSince != null && firstSentAt == null;
    }

    /** Whether it came after the campaign was closed without it ("báo cáo bổ sung"). */
    public boolean supplement() {
        return missingSince != null && firstSentAt != null;
    }

    /** Whether it was sent in its time and the unit is at it again. */
    boolean supplementing() {
        return firstSentAt != null
                && state != ReportState.SENT
                && state != ReportState.ACCEPTED
                && state != ReportState.SENT_OUTSIDE;
    }

    static Report read(ResultSet row, int n) throws SQLException {
        var timeliness = row.getString("timeliness");
        return new Report(
                ReportId.of(row.getLong("id")),
                UnitId.of(row.getLong("unit_id")),
                ReportingPeriod.parse(row.getString("period")).orElseThrow(),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("parent_id") == null ? null : UnitId.of(row.getLong("parent_id")),
                row.getInt("level_no"),
                row.getLong("list_id"),
                ReportState.valueOf(row.getString("state")),
                ReportState.valueOf(row.getString("draft_state")),
                row.getInt("revision"),
                new Deadlines.Due(row.getObject("due", LocalDate.class), row.getString("on_day_off")),
                row.getObject("extended_until", LocalDate.class),
                row.getObject("returned_until", LocalDate.class),
                instant(row, "first_sent_at"),
                instant(row, "last_sent_at"),
                timeliness == null
                        ? null
                        : new Timeliness(Timeliness.Status.valueOf(timeliness), row.getInt("days_late")),
                row.getBoolean("entered_by_superior"),
                instant(row, "opened_at"),
                instant(row, "missing_since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
