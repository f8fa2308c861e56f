package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.lantoa.organization.UnitId;

/**
 * An entry of the catalogue: a way of organising people for security and order that can be copied.
 *
 * @param code the word of glossary.csv where there is one, else made of the name
 * @param purpose what it is for; null while nobody wrote it, as the texts after it
 * @param lessons what to copy, and how
 * @param mergedInto the kind as which it goes on, null unless {@link State#MERGED}
 * @param keeper the unit that keeps the entry
 */
public record ModelKind(
        KindId id,
        String code,
        String name,
        String purpose,
        String rules,
        String conditions,
        String costs,
        String lessons,
        State state,
        KindId mergedInto,
        UnitId keeper) {

    /** Whether it can be taken over. */
    public enum State {
        OFFERED,
        MERGED,
        WITHDRAWN
    }

    static ModelKind read(ResultSet row, int n) throws SQLException {
        var into = row.getObject("merged_into_id", Long.class);
        return new ModelKind(
                KindId.of(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("rules"),
                row.getString("conditions"),
                row.getString("costs"),
                row.getString("lessons"),
                State.valueOf(row.getString("state")),
                into == null ? null : KindId.of(into),
                UnitId.of(row.getLong("keeper_id")));
    }
}
