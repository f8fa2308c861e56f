package vn.lantoa.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rows that some work left in any table, written once more by batched JDBC into a copy of the database made before that work: the least
 * that any way of writing them takes. The same indexes and foreign keys; tables in the order of their foreign keys, each
 * in one transaction.
 */
public final class Replay {

    private static final int BATCH = 1_000;

    /** What was written again, and in how many nanoseconds; reading is not counted. */
    public record Written(long rows, double nanos, Map<String, Long> byTable) {}

    private final Databases databases;

    public Replay(Databases databases) {
        this.databases = databases;
    }

    /** A mark in the database's history, to be taken before and after the work. */
    public long mark() {
        try (var connection = open(databases.current());
                var result = connection
                        .createStatement()
                        .executeQuery("select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes what was left between two marks into the copy. */
    public Written into(String copy, long from, long to) {
        try (var source = open(databases.current());
                var target = open(copy)) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            checkWhenCommitted(target);
            var nanos = 0d;
            var rows = new LinkedHashMap<String, Long>();
            for (var table : tables(source)) {
                var took = new long[1];
                var written = table(source, target, table, from, to, took);
                nanos += took[0];
                if (written > 0) {
                    rows.put(table, written);
                }
            }
            return new Written(rows.values().stream().mapToLong(Long::longValue).sum(), nanos, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long table(Connection source, Connection target, String table, long from, long to, long[] took)
            throws SQLException {
        var where = " where cast(cast(xmin as text) as bigint) >= " + from
                + " and cast(cast(xmin as text) as bigint) < " + to;
        try (var reading = source.createStatement()) {
            reading.setFetchSize(5 * BATCH);
            var found = reading.executeQuery("select * from " + table + where + " order by ctid");
            var columns = found.getMetaData().getColumnCount();
            var marks = String.join(", ", Collections.nCopies(columns, "?"));
            var written = 0L;
            try (var writing = target.prepareStatement(
                    "insert into " + table + " values (" + marks + ") on conflict do nothing")) {
                while (found.next()) {
                    var row = new Object[columns];
                    for (var i = 0; i < columns; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    var began = System.nanoTime();
                    for (var i = 0; i < columns; i++) {
                        writing.setObject(i + 1, row[i]);
                    }
                    writing.addBatch();
                    written++;
                    if (written % BATCH == 0) {
                        writing.executeBatch();
                    }
                    took[0] += System.nanoTime() - began;
                }
                var began = System.nanoTime();
                writing.executeBatch();
                target.commit();
                took[0] += System.nanoTime() - began;
            }
            return written;
        }
    }

    /** Rows that point to rows of their own table come in any order: foreign keys are checked, but at the end of each table. */
    private static void checkWhenCommitted(Connection target) throws SQLException {
        for (var change : strings(
                target,
                "select 'alter table ' || conrelid::regclass || ' alter constraint ' || conname || ' deferrable initially deferred'"
                        + " from pg_constraint where contype = 'f' and conrelid = confrelid")) {
            try (var statement = target.createStatement()) {
                statement.execute(change);
            }
        }
        target.commit();
    }

    /** Those that others point to come first. */
    private static List<String> tables(Connection connection) throws SQLException {
        var left = new LinkedHashSet<>(
                strings(connection, "select tablename from pg_tables where schemaname = 'public' order by 1"));
        var needs = new LinkedHashMap<String, Set<String>>();
        for (var edge : strings(
                connection,
                "select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint where contype = 'f'")) {
            var ends = edge.split(" ");
            if (!ends[0].equals(ends[1])) {
                needs.computeIfAbsent(ends[0], key -> new LinkedHashSet<>()).add(ends[1]);
            }
        }
        var ordered = new ArrayList<String>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(table ->
                            needs.getOrDefault(table, Set.of()).stream().noneMatch(left::contains))
                    .findFirst()
                    .orElse(left.iterator().next());
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        var strings = new ArrayList<String>();
        try (var result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                strings.add(result.getString(1));
            }
        }
        return strings;
    }

    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection(databases.url(database), "postgres", "");
    }
}
