package vn.lantoa.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import vn.lantoa.organization.VietnameseText;

/** The whole database as a dump would hold it: every value of every column of every table, the engine's and its bytes too. */
public final class Dump {

    private final DataSource database;

    public Dump(DataSource database) {
        this.database = database;
    }

    /** Where any of these texts stands, in whatever case and with or without diacritics, as {@code table.column}. */
    public Set<String> places(String... texts) {
        var folded = List.of(texts).stream().map(VietnameseText::fold).toList();
        var places = new TreeSet<String>();
        try (var connection = database.getConnection()) {
            for (var table : tables(connection)) {
                search(connection, table, folded, places);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return places;
    }

    /** By the names under which they can be asked. */
    public Set<String> tables() {
        try (var connection = database.getConnection()) {
            return tables(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        var tables = new TreeSet<String>();
        try (var found = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static void search(Connection connection, String table, List<String> texts, Set<String> places)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from \"" + table + "\"")) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                for (var column = 1; column <= columns.getColumnCount(); column++) {
                    var value = VietnameseText.fold(text(rows, column));
                    if (texts.stream().anyMatch(value::contains)) {
                        places.add(table + "." + columns.getColumnName(column));
                    }
                }
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column);
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof Blob blob) {
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        return String.valueOf(value);
    }
}
