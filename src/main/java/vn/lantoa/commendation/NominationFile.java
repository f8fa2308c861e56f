package vn.lantoa.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;

/** What is written in a nomination's file: read and written as a whole. */
@Component
class NominationFile {

    /** The words of the consent slip that people sign today. */
    static final String CONSENT_TEXT = "2026-1";

    private final JdbcClient jdbc;
    private final NomineeRows nominees;
    private final SeasonRules rules;
    private final Clock clock;

    NominationFile(JdbcClient jdbc, NomineeRows nominees, SeasonRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.nominees = nominees;
        this.rules = rules;
        this.clock = clock;
    }

    /** What was known when it began. */
    void begin(NominationId id, StartNomination wanted) {
        jdbc.sql("update nomination set title_code = ?, period_from = ?, period_to = ?, achievement = ? where id = ?")
                .params(wanted.title(), wanted.from(), wanted.to(), NomineeRows.clean(wanted.achievement()), id.value())
                .update();
        nominees.put(id, wanted.nominee() == null ? NomineeData.NOBODY : wanted.nominee());
    }

    /** Writes all of it anew; consents are added, never changed. */
    void write(NominationId id, NominationDraft draft, PersonId by) {
        var person = !draft.nominee().collective();
        jdbc.sql(
                        "update nomination set title_code = ?, period_from = ?, period_to = ?, achievement = ?, registration = ?,"
                                + " warn_reason = ?, simplified = ?, public_name = ? where id = ?")
                .params(draft.title(), draft.from(), draft.to(), draft.achievement(), draft.registration())
                .params(
                        draft.warnReason(),
                        person && draft.nominee().directWorker(),
                        draft.consent() != null && draft.consent().publicName() && !takenBack(id, draft.consent()),
                        id.value())
                .update();
        nominees.put(id, draft.nominee());
        report(id, draft.report());
        awards(id, draft.awards());
        attest(id, draft.attestation());
        consent(id, draft.consent(), by);
    }

    NominationDraft read(NominationId id) {
        var nominee = nominees.find(id).orElseThrow();
        var data = new NomineeData(
                nominee.collective(),
                nominee.name(),
                nominee.sex(),
                nominee.birthYear(),
                nominee.post(),
                nominee.directWorker(),
                nominee.headcount(),
                nominee.women());
        return jdbc.sql("select * from nomination where id = ?")
                .param(id.value())
                .query((row, n) -> new NominationDraft(
                        row.getString("title_code"),
                        data,
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class),
                        row.getString("achievement"),
                        reportOf(id),
                        awardsOf(id),
                        row.getString("registration"),
                        attestationOf(id).orElse(null),
                        consentOf(id).orElse(null),
                        row.getString("warn_reason")))
                .single();
    }

    private void report(NominationId id, Map<NominationDraft.Part, String> report) {
        jdbc.sql("delete from nomination_report where nomination_id = ?")
                .param(id.value())
                .update();
        report.forEach(
                (part, body) -> jdbc.sql("insert into nomination_report (nomination_id, part, body) values (?, ?, ?)")
                        .params(id.value(), part.name(), body)
                        .update());
    }

    private Map<NominationDraft.Part, String> reportOf(NominationId id) {
        var report = new EnumMap<NominationDraft.Part, String>(NominationDraft.Part.class);
        jdbc.sql("select part, body from nomination_report where nomination_id = ?")
                .param(id.value())
                .query(row -> {
                    report.put(NominationDraft.Part.valueOf(row.getString("part")), row.getString("body"));
                });
        return report;
    }

    private void awards(NominationId id, List<NominationDraft.EarlierAward> awards) {
        jdbc.sql("delete from nominee_award where nomination_id = ?")
                .param(id.value())
                .update();
        for (var at = 0; at < awards.size(); at++) {
            var one = awards.get(at);
            jdbc.sql(
                            "insert into nominee_award (nomination_id, position, title, award_kind, decision_number, decision_date,"
                                    + " issuer, period_to, basis, same_achievement) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id.value(),
                            at,
                            one.title(),
                            one.kind() == null ? null : one.kind().name(),
                            one.number())
                    .params(one.date(), one.issuer(), one.periodTo(), one.basis(), one.same())
                    .update();
        }
    }

    private List<NominationDraft.EarlierAward> awardsOf(NominationId id) {
        return jdbc.sql("select * from nominee_award where nomination_id = ? order by position")
                .param(id.value())
                .query((row, n) -> new NominationDraft.EarlierAward(
                        row.getString("title"),
                        row.getString("award_kind") == null ? null : AwardKind.valueOf(row.getString("award_kind")),
                        row.getString("decision_number"),
                        row.getObject("decision_date", LocalDate.class),
                        row.getString("issuer"),
                        row.getObject("period_to", LocalDate.class),
                        row.getBoolean("basis"),
                        row.getBoolean("same_achievement")))
                .list();
    }

    private void attest(NominationId id, NominationDraft.Attestation attestation) {
        jdbc.sql("delete from nomination_attestation where nomination_id = ?")
                .param(id.value())
                .update();
        if (attestation != null) {
            var until = attestation.until() == null
                    ? attestation.on().plusMonths(rules.number("ATTESTATION_MONTHS", attestation.on()))
                    : attestation.until();
            jdbc.sql("insert into nomination_attestation (nomination_id, clear, attested_by, attested_on, valid_until,"
                            + " discipline_end) values (?, ?, ?, ?, ?, ?)")
                    .params(id.value(), attestation.clear(), attestation.by(), attestation.on(), until)
                    .param(attestation.disciplineEnd())
                    .update();
        }
    }

    Optional<NominationDraft.Attestation> attestationOf(NominationId id) {
        return jdbc.sql("select * from nomination_attestation where nomination_id = ?")
                .param(id.value())
                .query((row, n) -> new NominationDraft.Attestation(
                        row.getBoolean("clear"),
                        row.getString("attested_by"),
                        row.getObject("attested_on", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("discipline_end", LocalDate.class)))
                .optional();
    }

    private void consent(NominationId id, NominationDraft.Consent consent, PersonId by) {
        if (consent != null && !Optional.of(consent).equals(consentOf(id)) && !takenBack(id, consent)) {
            jdbc.sql(
                            "insert into nominee_consent (nomination_id, text_version, given_on, channel, public_name, recorded_by,"
                                    + " recorded_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id.value(), CONSENT_TEXT, consent.on(), consent.channel(), consent.publicName())
                    .params(by.value(), Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** Answers kept from before the consent was taken back do not bring it back: a new one is given on that day or later. */
    boolean takenBack(NominationId id, NominationDraft.Consent consent) {
        return jdbc.sql(
                                "select count(*) from nominee_consent where nomination_id = :id and (withdrawn_on > :on"
                                        + " or withdrawn_on = :on and given_on = :on and channel = :channel and public_name = :public)")
                        .param("id", id.value())
                        .param("on", consent.on())
                        .param("channel", consent.channel())
                        .param("public", consent.publicName())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The last consent, unless it was taken back. */
    Optional<NominationDraft.Consent> consentOf(NominationId id) {
        return jdbc.sql("select * from nominee_consent where nomination_id = ? order by id desc limit 1")
                .param(id.value())
                .query((row, n) -> row.getObject("withdrawn_on") != null
                        ? Optional.<NominationDraft.Consent>empty()
                        : Optional.of(new NominationDraft.Consent(
                                row.getObject("given_on", LocalDate.class),
                                row.getString("channel"),
                                row.getBoolean("public_name"))))
                .optional()
                .flatMap(found -> found);
    }
}
