package vn.lantoa.commendation.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * A decision on commendations of one title, or one that corrects or annuls such a decision.
 *
 * @param about the decision that is corrected or annulled, null for an award
 * @param title code of the award title, {@code titleName} as it was called then
 * @param reason of a correction or an annulment, or why a draft was dropped
 * @param code by which anybody may ask whether it is genuine
 * @param number "12/QĐ-LĐLĐ", {@code dated} and {@code baseSalary} frozen at the release, null before
 */
public record Decision(
        DecisionId id,
        UnitId unit,
        long season,
        Kind kind,
        DecisionId about,
        String title,
        String titleName,
        State state,
        String reason,
        String code,
        PersonId draftedBy,
        PersonId approvedBy,
        Instant approvedAt,
        Instant releasedAt,
        String number,
        LocalDate dated,
        Integer baseSalary) {

    /** What it decides. */
    public enum Kind {
        AWARD,
        CORRECTION,
        ANNULMENT
    }

    /** Where it stands. */
    public enum State {
        /** Drafted by the officer. */
        DRAFT,
        /** Approved by the leader, under embargo until released. */
        APPROVED,
        /** In force and never changed. */
        RELEASED,
        /** Given up before it was released. */
        DROPPED
    }

    /** The code as it is printed. */
    public String shownCode() {
        return VerificationCode.shown(code);
    }

    /** Whether its list may still be worked on. */
    public boolean pending() {
        return state == State.DRAFT || state == State.APPROVED;
    }

    static Decision read(ResultSet row, int n) throws SQLException {
        var about = row.getObject("about_id", Long.class);
        var approver = row.getObject("approved_by", Long.class);
        var approved = row.getTimestamp("approved_at");
        var released = row.getTimestamp("released_at");
        return new Decision(
                DecisionId.of(row.getLong("id")),
                UnitId.of(row.getLong("unit_id")),
                row.getLong("season_id"),
                Kind.valueOf(row.getString("kind")),
                about == null ? null : DecisionId.of(about),
                row.getString("title_code"),
                row.getString("title_name"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("code"),
                PersonId.of(row.getLong("drafted_by")),
                approver == null ? null : PersonId.of(approver),
                approved == null ? null : approved.toInstant(),
                released == null ? null : released.toInstant(),
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                row.getObject("base_salary", Integer.class));
    }
}
