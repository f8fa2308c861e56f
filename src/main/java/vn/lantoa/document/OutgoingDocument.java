package vn.lantoa.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.UnitId;

/**
 * A document that goes out: waits for a number, or has one.
 *
 * @param revision of the dossier it tells
 * @param type abbreviation of its type: BC
 * @param inStep whether its dossier waits in a step for the number, which is then given there
 * @param number null while it waits, as register, symbol and date
 * @param signedFile the signed PDF, null while there is none
 */
public record OutgoingDocument(
        long id,
        DossierKey dossier,
        int revision,
        UnitId unit,
        String type,
        String title,
        State state,
        boolean inStep,
        Instant askedAt,
        String register,
        Integer number,
        String symbol,
        LocalDate dated,
        String numberedBy,
        Long signedFile,
        boolean digitallySigned) {

    /** Where it stands. */
    public enum State {
        WAITING,
        NUMBERED,
        /** Taken back before it had a number. */
        DROPPED
    }

    /** "12/BC-LĐLĐ"; null while it waits. */
    public String inWords() {
        return state == State.NUMBERED ? number + "/" + symbol : null;
    }

    static OutgoingDocument read(ResultSet row, int n) throws SQLException {
        return new OutgoingDocument(
                row.getLong("id"),
                new DossierKey(row.getString("dossier_type"), row.getString("dossier_id")),
                row.getInt("revision"),
                UnitId.of(row.getLong("unit_id")),
                row.getString("document_type"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                row.getBoolean("in_step"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("register"),
                row.getObject("number_no", Integer.class),
                row.getString("symbol"),
                row.getObject("dated", LocalDate.class),
                row.getString("numbered_by_name"),
                row.getObject("signed_file_id", Long.class),
                row.getBoolean("digitally_signed"));
    }
}
