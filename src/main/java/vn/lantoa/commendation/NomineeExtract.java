package vn.lantoa.commendation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that is held about one nominee, for the nominee to read (Luật 91/2025/QH15, Điều 4): what a request to see is answered with. */
@Component
public class NomineeExtract {

    /**
     * What is held, as it stands.
     *
     * @param report the parts of the achievement report, each with its words in {@code nomination.report.<PART>}
     * @param clear null when nobody attested anything
     * @param readings how often the data was read or exported, by purpose
     */
    public record Held(
            Nomination nomination,
            Nominee nominee,
            List<Part> report,
            List<Earlier> earlier,
            Boolean clear,
            LocalDate clearUntil,
            List<Consent> consents,
            List<Readings> readings) {}

    /** One part of the achievement report. */
    public record Part(String code, String body) {}

    /** An award received before; number, day and issuer may be null. */
    public record Earlier(String title, String number, LocalDate date, String issuer) {}

    /** A consent; {@code withdrawnOn} is null while it stands. */
    public record Consent(String text, LocalDate givenOn, String channel, boolean publicName, LocalDate withdrawnOn) {}

    /** How often, for one purpose. */
    public record Readings(String purpose, int times) {}

    private final Nominations nominations;
    private final JdbcClient jdbc;

    NomineeExtract(Nominations nominations, JdbcClient jdbc) {
        this.nominations = nominations;
        this.jdbc = jdbc;
    }

    /**
     * Reads everything. Whoever shows it logs it with {@link NomineeAccess}.
     *
     * @throws java.util.NoSuchElementException when there is no such nomination
     */
    public Held of(NominationId id) {
        var attested = jdbc.sql("select clear, valid_until from nomination_attestation where nomination_id = ?")
                .param(id.value())
                .query((row, n) -> new Attested(row.getBoolean(1), row.getObject(2, LocalDate.class)))
                .optional();
        return new Held(
                nominations.find(id).orElseThrow(),
                nominations.nominees(List.of(id)).get(id),
                report(id),
                earlier(id),
                attested.map(Attested::clear).orElse(null),
                attested.map(Attested::until).orElse(null),
                consents(id),
                readings(id));
    }

    private record Attested(boolean clear, LocalDate until) {}

    private List<Part> report(NominationId id) {
        return jdbc.sql("select part, body from nomination_report where nomination_id = ? order by part")
                .param(id.value())
                .query((row, n) -> new Part(row.getString(1), row.getString(2)))
                .list();
    }

    private List<Earlier> earlier(NominationId id) {
        return jdbc.sql("select * from nominee_award where nomination_id = ? order by position")
                .param(id.value())
                .query((row, n) -> new Earlier(
                        row.getString("title"),
                        row.getString("decision_number"),
                        row.getObject("decision_date", LocalDate.class),
                        row.getString("issuer")))
                .list();
    }

    private List<Consent> consents(NominationId id) {
        return jdbc.sql("select * from nominee_consent where nomination_id = ? order by id")
                .param(id.value())
                .query((row, n) -> new Consent(
                        row.getString("text_version"),
                        row.getObject("given_on", LocalDate.class),
                        row.getString("channel"),
                        row.getBoolean("public_name"),
                        row.getObject("withdrawn_on", LocalDate.class)))
                .list();
    }

    private List<Readings> readings(NominationId id) {
        return jdbc.sql(
                        "select purpose, count(*) from nominee_access where nomination_id = ? group by purpose order by purpose")
                .param(id.value())
                .query((row, n) -> new Readings(row.getString(1), row.getInt(2)))
                .list();
    }
}
