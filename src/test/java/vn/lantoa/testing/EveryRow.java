package vn.lantoa.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What the whole database holds, so that a test can say that nothing was written anywhere. */
public final class EveryRow {

    /** Written by the machine by itself: the chain of the trail is sealed, a node says that it lives, sessions note when they were seen. */
    private static final Set<String> BY_ITSELF = Set.of("audit_head", "node", "signin_session", "act_ge_property");

    private EveryRow() {}

    /** A fingerprint of each table; of the audit trail only how many entries it has, since they are sealed a moment later. */
    public static Map<String, String> of(DataSource database) throws Exception {
        var found = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var tables =
                        connection.getMetaData().getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                var schema = tables.getString("TABLE_SCHEM").toLowerCase(Locale.ROOT);
                var table = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (schema.equals("public") && !BY_ITSELF.contains(table)) {
                    var what = table.equals("audit_entry") ? "count(*)" : "*";
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery(
                                    "select " + what + " from \"" + tables.getString("TABLE_NAME") + '"')) {
                        found.put(table, fingerprint(rows));
                    }
                }
            }
        }
        return found;
    }

    private static String fingerprint(ResultSet rows) throws Exception {
        var columns = rows.getMetaData().getColumnCount();
        var count = 0;
        var all = new byte[32];
        while (rows.next()) {
            count++;
            var digest = MessageDigest.getInstance("SHA-256");
            for (var column = 1; column <= columns; column++) {
                digest.update(bytes(rows.getObject(column)));
                digest.update((byte) 0);
            }
            // In whatever order the rows come.
            var one = digest.digest();
            for (var i = 0; i < all.length; i++) {
                all[i] += one[i];
            }
        }
        return count + " " + HexFormat.of().formatHex(all);
    }

    private static byte[] bytes(Object value) throws SQLException {
        if (value instanceof byte[] known) {
            return known;
        }
        if (value instanceof Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length()).getBytes(StandardCharsets.UTF_8);
        }
        return (value instanceof Object[] array ? Arrays.toString(array) : String.valueOf(value))
                .getBytes(StandardCharsets.UTF_8);
    }
}
