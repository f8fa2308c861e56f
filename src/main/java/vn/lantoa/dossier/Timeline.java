package vn.lantoa.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The story of a dossier, told in sentences: who, in which post and unit, did what, when. Written in the act's transaction. */
@Component
public class Timeline {

    /**
     * @param sentence message key; its arguments are {@code person} as {0}, {@code as} (post and unit) as {1}, then {@code details}
     * @param note what the person wrote, null when nothing
     */
    public record Entry(
            Instant at,
            String sentence,
            PersonId personId,
            String person,
            String as,
            UnitId unit,
            List<String> details,
            String note) {}

    private static final String SEPARATOR = "\u001f";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Timeline(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Adds a sentence.
     *
     * @param actor who acts, null for the house itself
     * @param as post and unit the person acts for, in words, e.g. "Lãnh đạo, LĐLĐ tỉnh Bắc Ninh"; null for the house itself
     */
    public void tell(
            DossierKey dossier, String sentence, Actor actor, String as, UnitId unit, String note, String... details) {
        jdbc.sql(
                        "insert into dossier_event (dossier_type, dossier_id, happened_at, sentence, person_id, person_name, acted_as, unit_id, details, note)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        dossier.type(),
                        dossier.id(),
                        Timestamp.from(clock.instant()),
                        sentence,
                        actor == null ? null : actor.id().value(),
                        actor == null ? null : actor.name(),
                        as,
                        unit == null ? null : unit.value(),
                        String.join(SEPARATOR, details),
                        note)
                .update();
    }

    /** Adds the same sentence to many dossiers at once, each with its unit. */
    public void tellAll(Map<DossierKey, UnitId> dossiers, String sentence, Actor actor, String as, String... details) {
        noteAll(dossiers, sentence, actor, as, null, details);
    }

    /** The same with what the actor wrote. */
    public void noteAll(
            Map<DossierKey, UnitId> dossiers, String sentence, Actor actor, String as, String note, String... details) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "insert into dossier_event (dossier_type, dossier_id, happened_at, sentence, person_id, person_name, acted_as, unit_id, details, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                dossiers.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getKey().type(),
                            one.getKey().id(),
                            now,
                            sentence,
                            actor == null ? null : actor.id().value(),
                            actor == null ? null : actor.name(),
                            as,
                            one.getValue().value(),
                            String.join(SEPARATOR, details),
                            note
                        })
                        .toList());
    }

    /** The whole story, oldest first. */
    public List<Entry> of(DossierKey dossier) {
        return jdbc.sql("select * from dossier_event where dossier_type = ? and dossier_id = ? order by id")
                .params(dossier.type(), dossier.id())
                .query(Timeline::read)
                .list();
    }

    /** What a person did last; empty when only the house acted so far. */
    public Optional<Entry> lastByPerson(DossierKey dossier) {
        return jdbc.sql(
                        "select * from dossier_event where dossier_type = ? and dossier_id = ? and person_id is not null"
                                + " order by id desc limit 1")
                .params(dossier.type(), dossier.id())
                .query(Timeline::read)
                .optional();
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        jdbc.sql("delete from dossier_event where dossier_type = ? and dossier_id = ?")
                .params(forgotten.dossier().type(), forgotten.dossier().id())
                .update();
    }

    /** The story stays; what people wrote in it goes. */
    @EventListener
    void on(PersonalDataErased erased) {
        jdbc.sql("update dossier_event set note = null where dossier_type = ? and dossier_id = ?")
                .params(erased.dossier().type(), erased.dossier().id())
                .update();
    }

    /** Takes the words out of what some sentences tell of a dossier, such as names of files; that it happened stays. */
    public void withhold(DossierKey dossier, String sentence) {
        jdbc.sql("update dossier_event set details = '…' where dossier_type = ? and dossier_id = ? and sentence = ?")
                .params(dossier.type(), dossier.id(), sentence)
                .update();
    }

    /** What a person did last on each of several dossiers of one type, by their ids. */
    public Map<String, Entry> lastByPerson(String type, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var last = new HashMap<String, Entry>();
        jdbc.sql(
                        "select * from dossier_event where dossier_type = :type and dossier_id in (:ids) and person_id is not null"
                                + " order by id")
                .param("type", type)
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getString("dossier_id"), read(row, n)))
                .list()
                .forEach(one -> last.put(one.getKey(), one.getValue()));
        return last;
    }

    private static Entry read(ResultSet row, int n) throws SQLException {
        var details = row.getString("details");
        return new Entry(
                row.getTimestamp("happened_at").toInstant(),
                row.getString("sentence"),
                row.getObject("person_id") == null ? null : PersonId.of(row.getLong("person_id")),
                row.getString("person_name"),
                row.getString("acted_as"),
                row.getObject("unit_id") == null ? null : UnitId.of(row.getLong("unit_id")),
                details.isEmpty() ? List.of() : List.of(details.split(SEPARATOR, -1)),
                row.getString("note"));
    }
}
