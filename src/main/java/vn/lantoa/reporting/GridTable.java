package vn.lantoa.reporting;

import java.util.List;
import java.util.Map;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;

/**
 * Reports as one table, a row a unit, a column an indicator.
 *
 * @param notAsked how many subordinates have no report of the period yet
 */
public record GridTable(Unit superior, ReportingPeriod period, List<Column> columns, List<Row> rows, int notAsked) {

    /** A column: one figure of an indicator. */
    public record Column(String key, String section, String sectionTitle, String name, String measure) {

        /** As the header of the file has it, so that it can be read back: {@code D3 – Tổ tự quản (tổ)}. */
        public String title() {
            return key + " – " + name + " (" + measure + ")";
        }

        /** The indicator's code for the eye; which dimension it is, the name says. */
        public String code() {
            return key.split("\\.")[0];
        }
    }

    /**
     * A row: one unit's report.
     *
     * @param cells what the cells say, by key; a key that its report does not ask is not there
     * @param open whether it can be filled in now
     */
    public record Row(
            ReportId report,
            UnitId unit,
            String code,
            String name,
            ReportState state,
            Map<String, String> cells,
            boolean open) {}

    /** The reports that may be filled in now. */
    public List<ReportId> open() {
        return rows.stream().filter(Row::open).map(Row::report).toList();
    }

    /** The same with the columns of one section only; all of them for null. */
    public GridTable of(String section) {
        var kept = columns.stream()
                .filter(column -> section == null || column.section().equals(section))
                .toList();
        return new GridTable(superior, period, kept, rows, notAsked);
    }

    /** The same with the columns alone in which some row says something. */
    public GridTable said() {
        var kept = columns.stream()
                .filter(column -> rows.stream()
                        .anyMatch(row ->
                                !row.cells().getOrDefault(column.key(), "").isEmpty()))
                .toList();
        return new GridTable(superior, period, kept, rows, notAsked);
    }

    List<String> keys() {
        return columns.stream().map(Column::key).toList();
    }
}
