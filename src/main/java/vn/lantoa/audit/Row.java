package vn.lantoa.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** An entry exactly as stored: what the marks, commitments and hashes are computed from. */
record Row(
        long id,
        Instant at,
        Long actorId,
        String actor,
        String action,
        String object,
        Long unit,
        String correlation,
        String facts,
        String payload,
        String salt,
        String commitment,
        String mark,
        Long seq,
        String previous,
        String hash) {

    static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getTimestamp("happened_at").toInstant(),
                row.getObject("actor_id", Long.class),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getObject("unit_id", Long.class),
                row.getString("correlation"),
                row.getString("facts"),
                row.getString("payload"),
                row.getString("salt"),
                row.getString("commitment"),
                row.getString("mark"),
                row.getObject("seq", Long.class),
                row.getString("previous"),
                row.getString("hash"));
    }

    /** The payload and its salt are gone; the commitment alone is left. */
    boolean erased() {
        return salt == null;
    }
}
