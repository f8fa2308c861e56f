package vn.lantoa.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleRow;
import vn.lantoa.rulebook.RuleTable;

/** Days off and swapped working days as rules: a day that is still to come may be entered or corrected here, and a release leaves it alone. */
@Component
class HolidayTable implements RuleTable {

    private static final List<RuleColumn> COLUMNS = List.of(
            RuleColumn.date("on_date").asKey(),
            RuleColumn.text("name_vi", 200),
            RuleColumn.text("name_en", 200).asOptional(),
            RuleColumn.yesNo("is_day_off"));

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    HolidayTable(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
    }

    @Override
    public String code() {
        return "holidays";
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public List<RuleColumn> columns() {
        return COLUMNS;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public boolean ofDays() {
        return true;
    }

    @Override
    public List<RuleRow> rows() {
        return jdbc.sql("select * from holiday order by on_date")
                .query((row, n) -> {
                    var day = row.getObject("on_date", LocalDate.class);
                    var values = new TreeMap<>(Map.of(
                            "on_date", day.toString(),
                            "name_vi", row.getString("name_vi"),
                            "name_en", row.getString("name_en"),
                            "is_day_off", Boolean.toString(row.getBoolean("is_day_off"))));
                    return new RuleRow(
                            null,
                            values,
                            day,
                            day,
                            row.getString("legal_basis"),
                            row.getBoolean("own") ? RuleRow.OWN : row.getString("status"));
                })
                .list();
    }

    @Override
    public void insert(RuleRow row) {
        jdbc.sql(
                        """
                        insert into holiday (on_date, name_vi, name_en, kind, is_day_off, status, legal_basis, source, verification, own)
                        values (:day, :vi, :en, :kind, :off, 'own', :basis, '', 'own', true)""")
                .params(params(row))
                .update();
        workingDays.forget();
    }

    @Override
    public void correct(RuleRow row) {
        jdbc.sql(
                        """
                        update holiday set name_vi = :vi, name_en = :en, kind = :kind, is_day_off = :off, status = 'own',
                        legal_basis = :basis, source = '', verification = 'own', own = true where on_date = :day""")
                .params(params(row))
                .update();
        workingDays.forget();
    }

    /** A day has no other end than itself. */
    @Override
    public void close(RuleRow row) {}

    @Override
    public void remove(RuleRow row) {
        jdbc.sql("delete from holiday where on_date = ?").param(row.from()).update();
        workingDays.forget();
    }

    private static Map<String, Object> params(RuleRow row) {
        var off = Boolean.parseBoolean(row.value("is_day_off"));
        var english = row.value("name_en");
        return Map.of(
                "day",
                row.from(),
                "vi",
                row.value("name_vi"),
                "en",
                english.isBlank() ? row.value("name_vi") : english,
                "kind",
                off ? "day_off" : "swap_work",
                "off",
                off,
                "basis",
                row.basis());
    }
}
