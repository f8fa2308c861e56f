package vn.lantoa.reporting.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportId;

/** The packages that came in, and the keys that are trusted. */
@Component
class PackageRows {

    private static final String COLUMNS = "id, unit_id, period, digest, public_key, reports, received_at, taken_at";

    private final JdbcClient jdbc;

    PackageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReportPackage> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from report_package where id = ?")
                .param(id)
                .query(PackageRows::read)
                .optional();
    }

    Optional<ReportPackage> find(UnitId unit, String digest) {
        return jdbc.sql("select " + COLUMNS + " from report_package where unit_id = ? and digest = ?")
                .params(unit.value(), digest)
                .query(PackageRows::read)
                .optional();
    }

    List<ReportPackage> last(List<UnitId> units, int count) {
        return units.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS
                                + " from report_package where unit_id in (:units) order by id desc limit :count")
                        .param("units", units.stream().map(UnitId::value).toList())
                        .param("count", count)
                        .query(PackageRows::read)
                        .list();
    }

    byte[] content(long id) {
        return jdbc.sql("select content from report_package where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same package came in already */
    long insert(
            UnitId unit,
            String period,
            String digest,
            String key,
            byte[] content,
            int reports,
            PersonId by,
            Instant at) {
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into report_package (unit_id, period, digest, public_key, content, reports, received_by, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(unit.value(), period, digest, key, content, reports, by.value(), Timestamp.from(at))
                .update(id, "id");
        return id.getKeyAs(Number.class).longValue();
    }

    /** Takes it, once: false when somebody else did. Its content is not kept twice. */
    boolean take(long id, PersonId by, Instant at) {
        return jdbc.sql(
                                "update report_package set taken_by = ?, taken_at = ?, content = null where id = ? and taken_at is null")
                        .params(by.value(), Timestamp.from(at), id)
                        .update()
                == 1;
    }

    void came(long id, ReportId report) {
        jdbc.sql("insert into report_package_report (report_id, package_id) values (?, ?)")
                .params(report.value(), id)
                .update();
    }

    Optional<String> trusted(UnitId unit) {
        return jdbc.sql("select public_key from package_key where unit_id = ?")
                .param(unit.value())
                .query(String.class)
                .optional();
    }

    void trust(UnitId unit, String key, PersonId by, Instant at) {
        jdbc.sql("delete from package_key where unit_id = ?")
                .param(unit.value())
                .update();
        jdbc.sql("insert into package_key (unit_id, public_key, trusted_by, trusted_at) values (?, ?, ?, ?)")
                .params(unit.value(), key, by.value(), Timestamp.from(at))
                .update();
    }

    private static ReportPackage read(ResultSet row, int n) throws SQLException {
        var taken = row.getTimestamp("taken_at");
        return new ReportPackage(
                row.getLong("id"),
                UnitId.of(row.getLong("unit_id")),
                row.getString("period"),
                row.getString("digest"),
                row.getString("public_key"),
                row.getInt("reports"),
                row.getTimestamp("received_at").toInstant(),
                taken == null ? null : taken.toInstant());
    }
}
