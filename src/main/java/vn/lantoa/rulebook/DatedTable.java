package vn.lantoa.rulebook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.UnitId;

/** A table of the usual shape: key and value columns named as in SQL, {@code valid_from}, {@code valid_to}, basis, verification. */
public class DatedTable implements RuleTable {

    private final JdbcClient jdbc;
    private final String code;
    private final int position;
    private final String sqlTable;
    private final String order;
    private final List<RuleColumn> columns;
    private final boolean ofBranches;
    private final boolean open;

    /**
     * Names are written into SQL: they come from code only.
     *
     * @param order what the rows are sorted by
     * @param ofBranches whether the table has a column {@code unit_id}
     * @param open whether rules of a new name may be added
     */
    public DatedTable(
            JdbcClient jdbc,
            String code,
            int position,
            String sqlTable,
            String order,
            boolean ofBranches,
            boolean open,
            List<RuleColumn> columns) {
        this.jdbc = jdbc;
        this.code = code;
        this.position = position;
        this.sqlTable = sqlTable;
        this.order = order;
        this.ofBranches = ofBranches;
        this.open = open;
        this.columns = List.copyOf(columns);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public List<RuleColumn> columns() {
        return columns;
    }

    @Override
    public boolean ofBranches() {
        return ofBranches;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public List<RuleRow> rows() {
        return jdbc.sql("select * from " + sqlTable + " order by " + order + ", valid_from")
                .query(this::read)
                .list();
    }

    @Override
    public void insert(RuleRow row) {
        var names = columns.stream().map(RuleColumn::code).collect(Collectors.joining(", "));
        var places = columns.stream().map(column -> ":" + column.code()).collect(Collectors.joining(", "));
        jdbc.sql("insert into " + sqlTable + " (" + (ofBranches ? "unit_id, " : "") + names
                        + ", valid_from, valid_to, legal_basis, verification) values (" + (ofBranches ? ":unit, " : "")
                        + places + ", :from, :to, :basis, :verification)")
                .params(params(row))
                .update();
    }

    @Override
    public void correct(RuleRow row) {
        var sets = columns.stream()
                .filter(column -> !column.key())
                .map(column -> column.code() + " = :" + column.code() + ", ")
                .collect(Collectors.joining());
        jdbc.sql("update " + sqlTable + " set " + sets
                        + "valid_to = :to, legal_basis = :basis, verification = :verification" + where())
                .params(params(row))
                .update();
    }

    @Override
    public void close(RuleRow row) {
        jdbc.sql("update " + sqlTable + " set valid_to = :to" + where())
                .params(params(row))
                .update();
    }

    @Override
    public void remove(RuleRow row) {
        jdbc.sql("delete from " + sqlTable + where()).params(params(row)).update();
    }

    private String where() {
        return columns.stream()
                .filter(RuleColumn::key)
                .map(column -> " and " + column.code() + " = :" + column.code())
                .collect(Collectors.joining(
                        "", " where valid_from = :from" + (ofBranches ? " and unit_id = :unit" : ""), ""));
    }

    private LinkedHashMap<String, Object> params(RuleRow row) {
        var params = new LinkedHashMap<String, Object>();
        columns.forEach(column -> params.put(column.code(), typed(column, row.value(column.code()))));
        params.put("from", row.from());
        params.put("to", row.to());
        params.put("basis", row.basis());
        params.put("verification", row.verification());
        params.put("unit", row.unit() == null ? null : row.unit().value());
        return params;
    }

    private static Object typed(RuleColumn column, String value) {
        if (value.isBlank()) {
            return null;
        }
        return switch (column.kind()) {
            case NUMBER -> new BigDecimal(value);
            case YES_NO -> Boolean.valueOf(value);
            case DATE -> LocalDate.parse(value);
            case TEXT, CHOICE -> value;
        };
    }

    private RuleRow read(ResultSet row, int n) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var column : columns) {
            var value = text(column, row);
            if (value != null) {
                values.put(column.code(), value);
            }
        }
        return new RuleRow(
                ofBranches ? UnitId.of(row.getLong("unit_id")) : null,
                values,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("legal_basis"),
                row.getString("verification"));
    }

    private static String text(RuleColumn column, ResultSet row) throws SQLException {
        if (column.kind() == RuleColumn.Kind.YES_NO) {
            return Boolean.toString(row.getBoolean(column.code()));
        }
        if (column.kind() != RuleColumn.Kind.NUMBER) {
            return row.getString(column.code());
        }
        var number = row.getBigDecimal(column.code());
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
