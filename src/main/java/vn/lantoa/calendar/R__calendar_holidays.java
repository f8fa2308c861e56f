package vn.lantoa.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Brings the list of holidays of this release into the database; again only when the list has changed. */
@Component
class R__calendar_holidays extends BaseJavaMigration {

    /** By this class's own loader: the thread's may belong to a server that has been stopped. */
    private static final ClassPathResource LIST =
            new ClassPathResource("calendar/holidays.csv", R__calendar_holidays.class.getClassLoader());

    @Override
    public Integer getChecksum() {
        try {
            var sum = new CRC32();
            sum.update(LIST.getContentAsByteArray());
            return (int) sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var connection = context.getConnection();
        try (var reader = new InputStreamReader(LIST.getInputStream(), StandardCharsets.UTF_8);
                var days = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader);
                var delete = connection.prepareStatement("delete from holiday where own = false");
                var insert = connection.prepareStatement(
                        """
                        insert into holiday (on_date, name_vi, name_en, kind, is_day_off, status, legal_basis, source, verification, own)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, false
                        where not exists (select 1 from holiday where on_date = ?)
                        """)) {
            delete.executeUpdate();
            for (var day : days) {
                insert(insert, day);
            }
        }
    }

    private static void insert(PreparedStatement insert, CSVRecord day) throws SQLException {
        var date = Date.valueOf(day.get("date"));
        insert.setDate(1, date);
        insert.setString(2, day.get("name_vi"));
        insert.setString(3, day.get("name_en"));
        insert.setString(4, day.get("kind"));
        insert.setBoolean(5, day.get("is_day_off").equals("1"));
        insert.setString(6, day.get("status"));
        insert.setString(7, day.get("legal_basis"));
        insert.setString(8, day.get("source"));
        insert.setString(9, day.get("verification"));
        insert.setDate(10, date);
        insert.executeUpdate();
    }
}
