package vn.lantoa.reporting.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportingPeriod;

/**
 * One branch asked for the reports of one period.
 *
 * @param owner the unit whose officer opened it and whose leader closes it: the root's superior, or the root itself
 * @param referenceDate the day whose tree is frozen with it
 * @param list the indicators frozen with it
 * @param openedBy null when the season opened it
 * @param ripeAt when the step of closing was put on the leader's desk, null before
 * @param closedBy who closed it, known from the moment that person said so; null before
 */
public record Campaign(
        CampaignId id,
        UnitId root,
        ReportingPeriod period,
        LocalDate from,
        LocalDate to,
        UnitId owner,
        LocalDate referenceDate,
        long list,
        State state,
        PersonId openedBy,
        Instant openedAt,
        Instant ripeAt,
        PersonId closedBy,
        Instant closedAt,
        String closeReason) {

    /** Where a campaign stands. Words: message {@code campaign.state.<NAME>}. */
    public enum State {
        /** Set down to be launched: nobody is asked yet. */
        PLANNED,
        /** Its reports are being opened, chunk by chunk. */
        OPENING,
        OPEN,
        CLOSED
    }

    /** How it is called: "Đợt báo cáo 6 tháng đầu năm 2027". Titles are Vietnamese (ARCHITECTURE 27). */
    public String title() {
        return "Đợt báo cáo " + period.title();
    }

    static Campaign read(ResultSet row, int n) throws SQLException {
        return new Campaign(
                CampaignId.of(row.getLong("id")),
                UnitId.of(row.getLong("root_id")),
                ReportingPeriod.parse(row.getString("period")).orElseThrow(),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                UnitId.of(row.getLong("owner_id")),
                row.getObject("reference_date", LocalDate.class),
                row.getLong("list_id"),
                State.valueOf(row.getString("state")),
                person(row, "opened_by"),
                instant(row, "opened_at"),
                instant(row, "ripe_at"),
                person(row, "closed_by"),
                instant(row, "closed_at"),
                row.getString("close_reason"));
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : PersonId.of(row.getLong(column));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
