package vn.lantoa.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;

/** Who did what, when: written in the act's transaction, sealed into a keyed chain afterwards. */
@Component
public class AuditTrail {

    static final String ERASED = "audit.payload-erased";

    private static final int LONGEST_OBJECT = 200;
    private static final int LONGEST_ACTOR = 100;
    private static final int LONGEST_FACTS = 10_000;
    private static final int LONGEST_PAYLOAD = 1_000_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Seals seals;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    AuditTrail(JdbcClient jdbc, Clock clock, Seals seals, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.seals = seals;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * Adds an entry.
     *
     * @param action what was done, dotted, e.g. {@code task.completed}; its words are message {@code audit.<action>}
     * @param actor null for the house itself
     * @param object what it was done to, e.g. {@code report:12}
     * @param unit whose branch may read it, null for the installation
     * @param facts stays for ever: ids and codes, never personal data
     * @param payload may be erased later without breaking the chain: names and texts; empty when none
     */
    public void record(
            String action, Actor actor, String object, UnitId unit, Map<String, ?> facts, Map<String, ?> payload) {
        var salt = newSalt();
        var text = payload.isEmpty() ? null : text(payload, LONGEST_PAYLOAD);
        insert(new Row(
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor == null ? null : actor.id().value(),
                actor == null ? null : cut(actor.username(), LONGEST_ACTOR),
                action,
                cut(object, LONGEST_OBJECT),
                unit == null ? null : unit.value(),
                MDC.get("correlation"),
                text(facts, LONGEST_FACTS),
                text,
                salt,
                seals.commitment(salt, text),
                null,
                null,
                null,
                null));
    }

    /**
     * Erases the payload of one entry; the chain still verifies, and the erasure is itself an entry.
     *
     * @throws IllegalArgumentException when there is no such entry
     */
    @Transactional
    public void erase(long entry, Actor actor) {
        var unit = jdbc.sql("select unit_id from audit_entry where id = ?")
                .param(entry)
                .query((row, n) -> row.getObject("unit_id", Long.class))
                .list();
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("no audit entry " + entry);
        }
        jdbc.sql("update audit_entry set payload = null, salt = null where id = ?")
                .param(entry)
                .update();
        record(
                ERASED,
                actor,
                "audit:" + entry,
                unit.get(0) == null ? null : UnitId.of(unit.get(0)),
                Map.of(),
                Map.of());
    }

    /**
     * Erases the payloads of all entries about one thing; the chain still verifies, and the erasure is itself an entry.
     *
     * @param actor null for the house itself
     * @return how many entries lost their payload
     */
    @Transactional
    public int eraseAll(String object, Actor actor) {
        var erased = jdbc.sql(
                        "update audit_entry set payload = null, salt = null where object = ? and payload is not null")
                .param(object)
                .update();
        if (erased > 0) {
            record(ERASED, actor, object, null, Map.of("entries", erased), Map.of());
        }
        return erased;
    }

    private String newSalt() {
        var salt = new byte[16];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private void insert(Row row) {
        jdbc.sql(
                        """
                        insert into audit_entry (happened_at, actor_id, actor, action, object, unit_id, correlation,
                            facts, payload, salt, commitment, mark) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Timestamp.from(row.at()),
                        row.actorId(),
                        row.actor(),
                        row.action(),
                        row.object(),
                        row.unit(),
                        row.correlation(),
                        row.facts(),
                        row.payload(),
                        row.salt(),
                        row.commitment(),
                        seals.mark(row))
                .update();
    }

    /** An act never fails because its entry is too long: then the entry says so. */
    private String text(Map<String, ?> values, int longest) {
        try {
            var text = json.writeValueAsString(values);
            return text.length() <= longest ? text : json.writeValueAsString(Map.of("tooLong", text.length()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + values.keySet(), e);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
