package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** Table {@code model_appraisal}. */
@Component
class Appraisals {

    private static final List<String> COLUMNS =
            List.of("purpose_fits", "legal_basis", "written_rules", "leader_named", "host_consent", "awareness_plan");

    private final JdbcClient jdbc;
    private final Clock clock;

    Appraisals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(SiteId site, UnitId unit, SiteAnswers answers, boolean passed, PersonId by) {
        var counts = answers.counts();
        jdbc.sql("insert into model_appraisal (site_id, unit_id, " + String.join(", ", COLUMNS)
                        + ", groups_count, members_count, groups_qualifier, members_qualifier, sessions, attended, commitments,"
                        + " cost, copyable, copy_note, police_agrees, police_number, police_date, last_review, rating, minutes,"
                        + " passed, appraised_by, appraised_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(site.value(), unit.value())
                .params(Appraisal.CRITERIA.stream()
                        .map(key -> (Object) answers.yes(key))
                        .toList())
                .params(counts.groups().amount(), counts.members().amount())
                .params(
                        counts.groups().qualifier().name(),
                        counts.members().qualifier().name())
                .params(answers.number("sessions"), answers.number("attended"), answers.number("commitments"))
                .param(answers.lines("cost"))
                .param(answers.yes("copyable"))
                .param(answers.lines("copyNote"))
                .params("agree".equals(answers.all().get("police")), answers.text("policeNumber"))
                .param(answers.day("policeDate").orElseThrow())
                .param(answers.day("lastReview").orElse(null))
                .param(answers.text("rating"))
                .params(answers.text("minutes"), passed, by.value(), Timestamp.from(clock.instant()))
                .update();
    }

    /** The newest of a site. */
    Optional<Appraisal> last(SiteId site) {
        return jdbc
                .sql("select * from model_appraisal where site_id = ? order by id desc limit 1")
                .param(site.value())
                .query(Appraisals::read)
                .list()
                .stream()
                .findFirst();
    }

    private static Appraisal read(ResultSet row, int n) throws SQLException {
        var unmet = new ArrayList<String>();
        for (var i = 0; i < COLUMNS.size(); i++) {
            if (!row.getBoolean(COLUMNS.get(i))) {
                unmet.add(Appraisal.CRITERIA.get(i));
            }
        }
        return new Appraisal(
                row.getBoolean("passed"),
                unmet,
                new Headcount(
                        new Count(row.getInt("groups_count"), Qualifier.valueOf(row.getString("groups_qualifier"))),
                        new Count(row.getInt("members_count"), Qualifier.valueOf(row.getString("members_qualifier")))),
                row.getBoolean("police_agrees"),
                row.getString("police_number"),
                row.getObject("police_date", LocalDate.class),
                row.getString("rating"),
                row.getString("minutes"));
    }
}
