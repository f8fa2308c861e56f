package vn.lantoa.models.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.lantoa.organization.UnitId;

/**
 * The yearly dossier "An toàn về ANTT" of one unit.
 *
 * @param year the year that is assessed; its window begins in November of the year before
 * @param resume where it goes on when it is neither withdrawn nor closed, null while nothing of that is asked
 * @param workplace null before the registration, as what follows
 * @param late registered after the last day of the table
 * @param sendBy the last day to send it
 * @param meets what the checklist says of the unit's own answers; null before they were handed in
 * @param endedOn null while it runs
 */
public record SafetyFile(
        SafetyFileId id,
        UnitId unit,
        int year,
        State state,
        State resume,
        SafetyObject workplace,
        String enterpriseSize,
        String schoolLevel,
        boolean armedForces,
        String registrationNumber,
        LocalDate registeredOn,
        boolean late,
        LocalDate sendBy,
        Integer headcount,
        Integer briefed,
        Integer guards,
        String minutesNumber,
        LocalDate minutesOn,
        Integer attended,
        Boolean meets,
        String sentTo,
        LocalDate sentOn,
        LocalDate endedOn) {

    /** Where it stands; words: message {@code safety-file.state.<NAME>}. */
    public enum State {
        REGISTERING,
        /** The workplace is none of those assessed; its officer reads why. */
        REFUSED_OBJECT,
        ASSESSING,
        APPROVING,
        SENDING,
        AWAITING,
        WITHDRAWING,
        /** Not sent by its last day; a leader decides. */
        OVERDUE,
        RECOGNISED,
        NOT_RECOGNISED,
        WITHDRAWN,
        NOT_AN_OBJECT,
        NOT_SENT
    }

    /** In which it is prepared: these fall overdue. */
    static final Set<State> PREPARED = EnumSet.of(State.ASSESSING, State.APPROVING, State.SENDING);

    static final Set<State> ENDED =
            EnumSet.of(State.RECOGNISED, State.NOT_RECOGNISED, State.WITHDRAWN, State.NOT_AN_OBJECT, State.NOT_SENT);

    public boolean ended() {
        return ENDED.contains(state);
    }

    static SafetyFile read(ResultSet row, int n) throws SQLException {
        var resume = row.getString("resume_state");
        var workplace = row.getString("workplace");
        return new SafetyFile(
                SafetyFileId.of(row.getLong("id")),
                UnitId.of(row.getLong("unit_id")),
                row.getInt("year_no"),
                State.valueOf(row.getString("state")),
                resume == null ? null : State.valueOf(resume),
                workplace == null ? null : SafetyObject.valueOf(workplace),
                row.getString("enterprise_size"),
                row.getString("school_level"),
                row.getBoolean("armed_forces"),
                row.getString("registration_number"),
                row.getObject("registered_on", LocalDate.class),
                row.getBoolean("late"),
                row.getObject("send_by", LocalDate.class),
                row.getObject("headcount", Integer.class),
                row.getObject("briefed", Integer.class),
                row.getObject("guards", Integer.class),
                row.getString("minutes_number"),
                row.getObject("minutes_on", LocalDate.class),
                row.getObject("attended", Integer.class),
                row.getObject("meets", Boolean.class),
                row.getString("sent_to"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }
}
