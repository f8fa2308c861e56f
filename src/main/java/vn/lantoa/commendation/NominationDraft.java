package vn.lantoa.commendation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything written about a nomination, as its form answers it; what is missing is null or empty.
 *
 * @param registration DONE or MISSING: registration at the start of the year
 */
record NominationDraft(
        String title,
        NomineeData nominee,
        LocalDate from,
        LocalDate to,
        String achievement,
        Map<Part, String> report,
        List<EarlierAward> awards,
        String registration,
        Attestation attestation,
        Consent consent,
        String warnReason) {

    /** The parts of an achievement report (DOMAIN 2.11); the key of the form is the word in lower case. */
    enum Part {
        FEATURES,
        RESULTS,
        MEASURES,
        INITIATIVES,
        EFFECT;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An award received before.
     *
     * @param basis whether this nomination leans on it, {@code same} whether it was given for the same achievement
     */
    record EarlierAward(
            String title,
            AwardKind kind,
            String number,
            LocalDate date,
            String issuer,
            LocalDate periodTo,
            boolean basis,
            boolean same) {}

    /** Clear or not, by whom, when, until when: never a story. {@code until} null for the time of the rule. */
    record Attestation(boolean clear, String by, LocalDate on, LocalDate until, LocalDate disciplineEnd) {}

    /** The nominee's consent as the officer recorded it. */
    record Consent(LocalDate on, String channel, boolean publicName) {}

    static NominationDraft of(Map<String, Object> answers) {
        return new NominationDraft(
                text(answers, "title"),
                nominee(answers),
                day(answers, "periodFrom"),
                day(answers, "periodTo"),
                text(answers, "achievement"),
                report(answers),
                awards(answers.get("earlierAwards")),
                text(answers, "registration"),
                attestation(answers),
                consent(answers),
                text(answers, "warnReason"));
    }

    /** The answers that say the same. */
    Map<String, Object> answers() {
        var known = new LinkedHashMap<String, Object>();
        known.put("title", title);
        known.put("whom", nominee.collective() ? "collective" : "person");
        known.put("name", nominee.name());
        known.put("sex", nominee.sex() == null ? null : nominee.sex().name());
        known.put("birthYear", nominee.birthYear());
        known.put("post", nominee.post());
        known.put("directWorker", nominee.directWorker());
        known.put("headcount", nominee.headcount());
        known.put("women", nominee.women());
        known.put("periodFrom", written(from));
        known.put("periodTo", written(to));
        known.put("achievement", achievement);
        report.forEach((part, body) -> known.put(part.key(), body));
        known.put("earlierAwards", awards.stream().map(NominationDraft::row).toList());
        known.put("registration", registration);
        if (attestation != null) {
            known.put("clear", attestation.clear() ? "yes" : "no");
            known.put("attestedBy", attestation.by());
            known.put("attestedOn", written(attestation.on()));
            known.put("attestedUntil", written(attestation.until()));
            known.put("disciplineEnd", written(attestation.disciplineEnd()));
        }
        if (consent != null) {
            known.put("consentOn", written(consent.on()));
            known.put("consentChannel", consent.channel());
            known.put("publicName", consent.publicName());
        }
        known.put("warnReason", warnReason);
        known.values().removeIf(java.util.Objects::isNull);
        return known;
    }

    private static NomineeData nominee(Map<String, Object> answers) {
        var sex = text(answers, "sex");
        return new NomineeData(
                "collective".equals(answers.get("whom")),
                text(answers, "name"),
                sex == null ? null : Sex.valueOf(sex),
                number(answers, "birthYear"),
                text(answers, "post"),
                Boolean.TRUE.equals(answers.get("directWorker")),
                number(answers, "headcount"),
                number(answers, "women"));
    }

    private static Map<Part, String> report(Map<String, Object> answers) {
        var report = new EnumMap<Part, String>(Part.class);
        for (var part : Part.values()) {
            var body = answers.get(part.key()) instanceof String written ? written.strip() : "";
            if (!body.isEmpty()) {
                report.put(part, body);
            }
        }
        return report;
    }

    private static List<EarlierAward> awards(Object rows) {
        var awards = new ArrayList<EarlierAward>();
        if (rows instanceof List<?> list) {
            for (var row : list) {
                if (row instanceof Map<?, ?> one) {
                    var answers = new LinkedHashMap<String, Object>();
                    one.forEach((key, value) -> answers.put(String.valueOf(key), value));
                    var title = text(answers, "awardTitle");
                    if (title != null) {
                        awards.add(award(title, answers));
                    }
                }
            }
        }
        return awards;
    }

    private static EarlierAward award(String title, Map<String, Object> answers) {
        var kind = text(answers, "awardKind");
        return new EarlierAward(
                title,
                kind == null ? null : AwardKind.valueOf(kind),
                text(answers, "awardNumber"),
                day(answers, "awardDate"),
                text(answers, "awardIssuer"),
                day(answers, "awardPeriodTo"),
                Boolean.TRUE.equals(answers.get("awardBasis")),
                Boolean.TRUE.equals(answers.get("awardSame")));
    }

    private static Map<String, Object> row(EarlierAward award) {
        var row = new LinkedHashMap<String, Object>();
        row.put("awardTitle", award.title());
        row.put("awardKind", award.kind() == null ? null : award.kind().name());
        row.put("awardNumber", award.number());
        row.put("awardDate", written(award.date()));
        row.put("awardIssuer", award.issuer());
        row.put("awardPeriodTo", written(award.periodTo()));
        row.put("awardBasis", award.basis());
        row.put("awardSame", award.same());
        row.values().removeIf(java.util.Objects::isNull);
        return row;
    }

    private static Attestation attestation(Map<String, Object> answers) {
        var clear = text(answers, "clear");
        var on = day(answers, "attestedOn");
        var by = text(answers, "attestedBy");
        return clear == null || on == null || by == null
                ? null
                : new Attestation(
                        clear.equals("yes"), by, on, day(answers, "attestedUntil"), day(answers, "disciplineEnd"));
    }

    private static Consent consent(Map<String, Object> answers) {
        var on = day(answers, "consentOn");
        var channel = text(answers, "consentChannel");
        return on == null || channel == null
                ? null
                : new Consent(on, channel, Boolean.TRUE.equals(answers.get("publicName")));
    }

    private static String text(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof String written ? NomineeRows.clean(written) : null;
    }

    private static Integer number(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof Number number ? number.intValue() : null;
    }

    private static LocalDate day(Map<String, Object> answers, String key) {
        try {
            return answers.get(key) == null
                    ? null
                    : LocalDate.parse(answers.get(key).toString());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String written(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
