package vn.lantoa.tasklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;

/**
 * A row of the task table.
 *
 * @param subject the unit the dossier belongs to
 * @param unit the unit whose post does it; null when the dossier is unknown, which nobody sees
 * @param desk the unit whose holders of the post see it: {@code unit}, or its nearest superior with a holder
 * @param fourEyes the step whose person may not do this one, null when none
 * @param workingDays the days its diagram gives this step from its opening; null when it gives none
 * @param sentBy who acted before, in words; null when nobody did
 */
record OpenTask(
        String id,
        String process,
        String processName,
        String definition,
        String instance,
        String step,
        String name,
        String form,
        String fourEyes,
        String unitRole,
        DossierKey dossier,
        String title,
        UnitId subject,
        String post,
        UnitId unit,
        UnitId desk,
        Claim claim,
        LocalDate due,
        Integer workingDays,
        String sentBy,
        Instant createdAt) {

    /** Who said "Nhận xử lý". */
    record Claim(PersonId person, String username, String name) {}

    /** As the engine opened it; nobody sees it before it is {@link #placed}. */
    static OpenTask of(TaskOpened opened, String sentBy) {
        var step = opened.step();
        return new OpenTask(
                opened.taskId(),
                step.process(),
                step.processName(),
                step.definition(),
                opened.instance(),
                step.step(),
                step.name(),
                step.form().orElse(null),
                step.fourEyes().orElse(null),
                step.unitRole(),
                opened.dossier(),
                opened.dossier().toString(),
                null,
                step.post(),
                null,
                null,
                null,
                null,
                step.workingDays().orElse(null),
                sentBy,
                opened.at() == null ? Instant.EPOCH : opened.at());
    }

    /** The same with what its dossier says, on the desk of the unit that does it. */
    OpenTask placed(Dossier found, UnitId at, UnitId seat, LocalDate day) {
        return new OpenTask(
                id,
                process,
                processName,
                definition,
                instance,
                step,
                name,
                form,
                fourEyes,
                unitRole,
                dossier,
                found.title(),
                found.unit(),
                post,
                at,
                seat,
                claim,
                day,
                workingDays,
                sentBy,
                createdAt);
    }

    static OpenTask read(ResultSet row, int n) throws SQLException {
        return new OpenTask(
                row.getString("id"),
                row.getString("process"),
                row.getString("process_name"),
                row.getString("definition"),
                row.getString("instance"),
                row.getString("step"),
                row.getString("name"),
                row.getString("form"),
                row.getString("four_eyes"),
                row.getString("unit_role"),
                new DossierKey(row.getString("dossier_type"), row.getString("dossier_id")),
                row.getString("dossier_title"),
                unit(row, "dossier_unit_id"),
                row.getString("post"),
                unit(row, "unit_id"),
                unit(row, "desk_unit_id"),
                claim(row),
                row.getObject("due", LocalDate.class),
                row.getObject("working_days", Integer.class),
                row.getString("sent_by"),
                row.getTimestamp("created_at").toInstant());
    }

    Steps.Step asStep(Steps.Acting acting) {
        return new Steps.Step(process, step, id, dossier, acting);
    }

    /** What the search finds it by: its dossier, its name, its unit. */
    Set<String> words(String unit) {
        return Set.of(VietnameseText.searchText(title, name, unit).strip().split(" "));
    }

    Post knownPost() {
        return Post.ofCode(post).orElse(null);
    }

    private static UnitId unit(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : UnitId.of(id);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        var person = row.getLong("assignee_id");
        return row.wasNull()
                ? null
                : new Claim(PersonId.of(person), row.getString("assignee_username"), row.getString("assignee_name"));
    }
}
