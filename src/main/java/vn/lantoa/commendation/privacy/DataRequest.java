package vn.lantoa.commendation.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.organization.UnitId;

/**
 * What a nominee, or somebody on the nominee's behalf, asked about the data held in one nomination. It never names the person.
 *
 * @param unit who answers
 * @param firstDue the last day of the first answer
 * @param due the last day until it is done, extended once at most
 * @param granted null before the first answer
 * @param ground the legal ground of a refusal, null when there is none
 * @param concludedOn null while it runs
 */
public record DataRequest(
        DataRequestId id,
        Kind kind,
        NominationId nomination,
        UnitId unit,
        LocalDate receivedOn,
        Channel channel,
        State state,
        LocalDate firstDue,
        LocalDate due,
        boolean extended,
        Boolean granted,
        String ground,
        LocalDate concludedOn) {

    /** What is asked for (Luật 91/2025/QH15, Điều 4); words: message {@code privacy.kind.<NAME>}. */
    public enum Kind {
        ACCESS,
        CORRECT,
        DELETE,
        /** The consent is taken back: what was given on it goes too. */
        WITHDRAW;

        boolean erases() {
            return this == DELETE || this == WITHDRAW;
        }
    }

    /** How it came; words: message {@code privacy.channel.<NAME>}. */
    public enum Channel {
        PAPER,
        IN_PERSON,
        EMAIL
    }

    /** Where it stands; words: message {@code data-request.state.<NAME>}. */
    public enum State {
        ANSWERING,
        CARRYING_OUT,
        APPROVING,
        DONE,
        REFUSED
    }

    boolean ended() {
        return state == State.DONE || state == State.REFUSED;
    }

    static DataRequest read(ResultSet row, int n) throws SQLException {
        return new DataRequest(
                DataRequestId.of(row.getLong("id")),
                Kind.valueOf(row.getString("kind")),
                NominationId.of(row.getLong("nomination_id")),
                UnitId.of(row.getLong("unit_id")),
                row.getObject("received_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                State.valueOf(row.getString("state")),
                row.getObject("first_due", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("extended"),
                row.getObject("granted", Boolean.class),
                row.getString("ground"),
                row.getObject("concluded_on", LocalDate.class));
    }
}
