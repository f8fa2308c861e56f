package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;

/** Recognitions of sites by level, table {@code model_recognition}; a higher one stands beside the lower. */
@Component
public class Recognitions {

    /**
     * @param revokedOn null while it is in force
     * @param endedAs CLOSED, REVOKED or LAPSED; null while it is in force
     */
    public record Recognition(
            long id,
            int level,
            UnitId issuer,
            String number,
            LocalDate decidedOn,
            LocalDate revokedOn,
            SiteState endedAs,
            String reason) {}

    private final JdbcClient jdbc;

    Recognitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a site, the newest first. */
    public List<Recognition> of(SiteId site) {
        return jdbc.sql("select * from model_recognition where site_id = ? order by decided_on desc, id desc")
                .param(site.value())
                .query(Recognitions::read)
                .list();
    }

    /** The one of the highest level that is in force. */
    public Optional<Recognition> highest(SiteId site) {
        return of(site).stream()
                .filter(one -> one.revokedOn() == null)
                .min(java.util.Comparator.comparingInt(Recognition::level));
    }

    void add(SiteId site, Unit issuer, String number, LocalDate decidedOn) {
        jdbc.sql("insert into model_recognition (site_id, level_no, issuer_id, decision_number, decided_on)"
                        + " values (?, ?, ?, ?, ?)")
                .params(site.value(), issuer.level(), issuer.id().value(), number, decidedOn)
                .update();
    }

    /** What is in force ends with the site. */
    void end(SiteId site, SiteState as, LocalDate on, String reason) {
        jdbc.sql(
                        "update model_recognition set revoked_on = ?, ended_as = ?, reason = ? where site_id = ? and revoked_on is null")
                .params(on, as.name(), reason, site.value())
                .update();
    }

    private static Recognition read(ResultSet row, int n) throws SQLException {
        var ended = row.getString("ended_as");
        return new Recognition(
                row.getLong("id"),
                row.getInt("level_no"),
                UnitId.of(row.getLong("issuer_id")),
                row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("revoked_on", LocalDate.class),
                ended == null ? null : SiteState.valueOf(ended),
                row.getString("reason"));
    }
}
