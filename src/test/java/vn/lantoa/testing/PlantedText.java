package vn.lantoa.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Writes hostile text in front of every text that stands anywhere in the database and that somebody wrote: whatever is not one plain word,
 * in every column of every table of ours, also within stored answers. No column is named here but those the machine writes for itself, so
 * that a new one is planted from its first day. On H2, which changes what it reads.
 */
public final class PlantedText {

    /** Read by the machine: what is searched and sorted by, formulas of figures, sentences by key, files and what a rule is compared with. */
    private static final Set<String> OF_THE_MACHINE = Set.of(
            "search_text",
            "sort_key",
            "folded",
            "twin_key",
            "object_key",
            "derived",
            "against",
            "path",
            "password_hash",
            "business_key",
            "address",
            "device",
            "media_type",
            "content_type");

    private static final Set<String> TABLES_OF_THE_MACHINE = Set.of(
            "flyway_schema_history",
            "audit_head",
            "signin_session",
            "signin_failure",
            "idempotency",
            "demo_setting",
            "node",
            "table_question",
            "process_trial");

    private static final Pattern ONE_WORD = Pattern.compile("[\\x21-\\x7e]*");
    private static final Pattern NAME_IN_DIAGRAM = Pattern.compile("name=\"[^\"]+\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> payloads;
    private final Set<String> columns = new TreeSet<>();
    private final List<String> untouched = new ArrayList<>();
    private int values;
    private int turn;

    private PlantedText(List<String> payloads) {
        this.payloads = payloads;
    }

    /** Plants these texts, one after the other, and tells where. */
    public static PlantedText everywhere(DataSource database, List<String> payloads) throws SQLException {
        var planted = new PlantedText(payloads);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(true);
            for (var table : tables(connection)) {
                planted.plant(connection, table);
            }
        }
        return planted;
    }

    /** The columns that now hold such a text, as {@code table.column}. */
    public Set<String> columns() {
        return columns;
    }

    public int values() {
        return values;
    }

    /** Values the database did not let be changed, with its reason. */
    public List<String> untouched() {
        return untouched;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var found = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (found.next()) {
                var name = found.getString("TABLE_NAME");
                var lower = name.toLowerCase(Locale.ROOT);
                if (!lower.startsWith("act_") && !TABLES_OF_THE_MACHINE.contains(lower)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private void plant(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                var rows = statement.executeQuery("select * from \"" + table + '"')) {
            var meta = rows.getMetaData();
            while (rows.next()) {
                var touched = new ArrayList<String>();
                for (var column = 1; column <= meta.getColumnCount(); column++) {
                    var name = meta.getColumnName(column).toLowerCase(Locale.ROOT);
                    var text = meta.getColumnClassName(column).equals("java.lang.String")
                                    || meta.getColumnTypeName(column).startsWith("CHARACTER")
                            ? rows.getString(column)
                            : null;
                    if (text != null && !OF_THE_MACHINE.contains(name)) {
                        var hostile = hostile(text, meta.getPrecision(column));
                        if (!hostile.equals(text)) {
                            rows.updateString(column, hostile);
                            touched.add(table.toLowerCase(Locale.ROOT) + "." + name);
                        }
                    }
                }
                if (!touched.isEmpty()) {
                    keep(rows, touched);
                }
            }
        }
    }

    private void keep(ResultSet rows, List<String> touched) {
        try {
            rows.updateRow();
            columns.addAll(touched);
            values += touched.size();
        } catch (SQLException refused) {
            untouched.add(touched + ": " + refused.getMessage());
        }
    }

    private String hostile(String text, int room) {
        if (text.startsWith("<?xml")) {
            return NAME_IN_DIAGRAM
                    .matcher(text)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement("name=\""
                            + next(200)
                                    .replace("&", "&amp;")
                                    .replace("<", "&lt;")
                                    .replace("\"", "&quot;") + '"'));
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                var planted = within(JSON.readTree(text)).toString();
                return planted.length() > room ? text : planted;
            } catch (JsonProcessingException noJson) {
                // A text that begins with a bracket.
            }
        }
        var payload = ONE_WORD.matcher(text).matches() ? null : next(room);
        if (payload == null) {
            return text;
        }
        var both = payload + ' ' + text;
        return both.length() > room ? both.substring(0, room) : both;
    }

    private JsonNode within(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, within(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, within(array.get(i)));
            }
        } else if (node.isTextual() && !ONE_WORD.matcher(node.asText()).matches()) {
            return TextNode.valueOf(hostile(node.asText(), 2000));
        }
        return node;
    }

    /** The next text that fits; null when none does. */
    private String next(int room) {
        for (var tried = 0; tried < payloads.size(); tried++) {
            var payload = payloads.get(turn++ % payloads.size());
            if (payload.length() <= room) {
                return payload;
            }
        }
        return null;
    }
}
