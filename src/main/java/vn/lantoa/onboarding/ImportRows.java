package vn.lantoa.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.onboarding.ImportFault.Weight;

/** What lies behind an import while it is under way: the file's bytes, its rows, its faults, and what it made. */
@Component
class ImportRows {

    private static final int PART = 256 * 1024;
    private static final int PAGE = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ImportStore store;

    ImportRows(JdbcClient jdbc, JdbcTemplate template, ImportStore store) {
        this.jdbc = jdbc;
        this.template = template;
        this.store = store;
    }

    /** Keeps a file part by part; gives its size, or more than {@code most} when it is longer, and then stops. */
    long keep(long id, InputStream in, long most) throws IOException {
        var size = 0L;
        var part = 0;
        for (var bytes = in.readNBytes(PART); bytes.length > 0 && size <= most; bytes = in.readNBytes(PART)) {
            size += bytes.length;
            jdbc.sql("insert into unit_import_part (import_id, part, bytes) values (?, ?, ?)")
                    .params(id, part++, bytes)
                    .update();
        }
        return size;
    }

    void write(long id, Path file) {
        try (var out = Files.newOutputStream(file)) {
            var parts = jdbc.sql("select count(*) from unit_import_part where import_id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
            for (var part = 0; part < parts; part++) {
                copy(id, part, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    public void dropFile(long id) {
        jdbc.sql("delete from unit_import_part where import_id = ?").param(id).update();
    }

    @Transactional
    public void dropRows(long id) {
        jdbc.sql("delete from unit_import_row where import_id = ?").param(id).update();
        jdbc.sql("delete from unit_import_fault where import_id = ?").param(id).update();
    }

    @Transactional
    public void add(long id, List<ImportRow> rows) {
        template.batchUpdate(
                "insert into unit_import_row (import_id, row_no, fields) values (?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {id, row.number(), store.fields(row.fields())})
                        .toList());
    }

    /** Reads every row in the order of the sheet. */
    void each(long id, Consumer<ImportRow> reader) {
        pages(id, page -> page.forEach(reader));
    }

    /** Reads every row in the order of the sheet, some thousand at once. */
    void pages(long id, Consumer<List<ImportRow>> reader) {
        var page = page(id, 0, PAGE);
        while (!page.isEmpty()) {
            reader.accept(page);
            page = page(id, page.get(page.size() - 1).number(), PAGE);
        }
    }

    List<ImportRow> page(long id, int after, int limit) {
        return jdbc.sql(
                        "select row_no, fields from unit_import_row where import_id = ? and row_no > ? order by row_no limit "
                                + limit)
                .params(id, after)
                .query((row, n) -> new ImportRow(row.getInt("row_no"), store.fields(row.getString("fields"))))
                .list();
    }

    int count(long id) {
        return jdbc.sql("select count(*) from unit_import_row where import_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void addFaults(long id, String stage, List<ImportFault> faults) {
        for (var start = 0; start < faults.size(); start += PAGE) {
            template.batchUpdate(
                    "insert into unit_import_fault (import_id, stage, weight, row_no, column_letters, reason, shown, other)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    faults.subList(start, Math.min(start + PAGE, faults.size())).stream()
                            .map(fault -> new Object[] {
                                id,
                                stage,
                                fault.weight().name(),
                                fault.row(),
                                fault.column(),
                                fault.reason().name(),
                                fault.shown(),
                                fault.other()
                            })
                            .toList());
        }
    }

    void dropFaults(long id, String stage) {
        jdbc.sql("delete from unit_import_fault where import_id = ? and stage = ?")
                .params(id, stage)
                .update();
    }

    int faults(long id, String stage, Weight weight) {
        return jdbc.sql("select count(*) from unit_import_fault where import_id = ? and stage = ? and weight = ?")
                .params(id, stage, weight.name())
                .query(Integer.class)
                .single();
    }

    /** Faults of one weight in the order of rows. */
    List<ImportFault> faults(long id, Weight weight, int skip, int limit) {
        return jdbc.sql("select * from unit_import_fault where import_id = ? and weight = ? order by row_no, id limit "
                        + limit + " offset " + skip)
                .params(id, weight.name())
                .query((row, n) -> new ImportFault(
                        weight,
                        row.getInt("row_no"),
                        row.getString("column_letters"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("shown"),
                        row.getString("other")))
                .list();
    }

    @Transactional
    public void made(long id, String kind, List<Long> ids) {
        for (var start = 0; start < ids.size(); start += PAGE) {
            template.batchUpdate(
                    "insert into unit_import_made (import_id, kind, made_id) values (?, ?, ?)",
                    ids.subList(start, Math.min(start + PAGE, ids.size())).stream()
                            .map(made -> new Object[] {id, kind, made})
                            .toList());
        }
    }

    List<Long> made(long id, String kind) {
        return jdbc.sql("select made_id from unit_import_made where import_id = ? and kind = ? order by made_id")
                .params(id, kind)
                .query(Long.class)
                .list();
    }

    void dropMade(long id) {
        jdbc.sql("delete from unit_import_made where import_id = ?").param(id).update();
    }

    private void copy(long id, int part, OutputStream out) throws IOException {
        out.write(jdbc.sql("select bytes from unit_import_part where import_id = ? and part = ?")
                .params(id, part)
                .query((row, n) -> row.getBytes("bytes"))
                .single());
    }
}
