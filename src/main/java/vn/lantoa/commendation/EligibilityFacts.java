package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** What {@code eligibility.dmn} asks about a nomination: yes, no and counts, never a name. */
@Component
class EligibilityFacts {

    private final NominationRows rows;
    private final NominationFile file;
    private final NomineeRows nominees;
    private final AwardTitles titles;
    private final Duplicates duplicates;
    private final Quotas quotas;
    private final Units units;
    private final Clock clock;

    EligibilityFacts(
            NominationRows rows,
            NominationFile file,
            NomineeRows nominees,
            AwardTitles titles,
            Duplicates duplicates,
            Quotas quotas,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.file = file;
        this.nominees = nominees;
        this.titles = titles;
        this.duplicates = duplicates;
        this.quotas = quotas;
        this.units = units;
        this.clock = clock;
    }

    Map<String, Object> of(NominationId id) {
        var today = LocalDate.now(clock);
        var nomination = rows.find(id).orElseThrow();
        var draft = file.read(id);
        var nominee = nominees.find(id).orElseThrow();
        var title = nomination.title() == null
                ? null
                : titles.find(nomination.title(), today).orElse(null);
        var facts = new HashMap<String, Object>();
        facts.put("on", today.toString());
        facts.put("collective", nominee.collective());
        facts.put("form", title == null ? "" : title.form().name());
        facts.put("kind", title == null ? "" : title.kind().name());
        facts.put("stateAward", title != null && title.state());
        facts.put("attestation", attestation(draft.attestation(), today));
        facts.put("withinDiscipline", withinDiscipline(draft));
        facts.put(
                "sameAchievement",
                draft.awards().stream().anyMatch(NominationDraft.EarlierAward::same)
                        || duplicates.sameAchievement(nomination, nominee));
        facts.put("thematicBasis", draft.awards().stream().anyMatch(EligibilityFacts::thematicBasis));
        facts.put("anyEarlier", !draft.awards().isEmpty());
        facts.put("woman", nominee.sex() == Sex.FEMALE);
        facts.put("preferred", nominee.preferred());
        facts.put("directWorker", nominee.directWorker());
        facts.put("otherKindSameLevel", title != null && duplicates.otherKindSameLevel(nomination, nominee, title));
        facts.put("otherLevelSameYear", title != null && duplicates.otherLevelSameYear(nomination, nominee, title));
        facts.put("overlapsLast", overlapsLast(draft));
        facts.put("unitDissolved", dissolved(nominee));
        facts.put("quotaUsed", title != null && quotas.usedUp(nomination));
        facts.put("sameBadge", title != null && duplicates.sameTitle(nomination, nominee, title));
        facts.put("tooOld", draft.to() != null && draft.to().plusMonths(6).isBefore(today));
        facts.put("directShareLow", !nominee.collective() && quotas.directShareLow(nomination, today));
        facts.put("unregistered", title != null && title.registration() && !"DONE".equals(draft.registration()));
        facts.put("consent", draft.consent() != null);
        facts.put("namesake", duplicates.elsewhere(nomination, nominee));
        return facts;
    }

    private static String attestation(NominationDraft.Attestation attestation, LocalDate today) {
        if (attestation == null) {
            return "NONE";
        }
        if (!attestation.clear()) {
            return "NOT_CLEAR";
        }
        return attestation.until().isBefore(today) ? "EXPIRED" : "CLEAR";
    }

    private static boolean withinDiscipline(NominationDraft draft) {
        return draft.attestation() != null
                && draft.attestation().disciplineEnd() != null
                && draft.from() != null
                && draft.from().isBefore(draft.attestation().disciplineEnd());
    }

    private static boolean thematicBasis(NominationDraft.EarlierAward award) {
        return award.basis()
                && List.of(AwardKind.THEMATIC, AwardKind.UNEXPECTED).contains(award.kind());
    }

    /** The next period counts from the end of the last one, or from the decision where no period is named (Điều 33(7)). */
    private static boolean overlapsLast(NominationDraft draft) {
        return draft.from() != null
                && draft.awards().stream()
                        .map(award -> award.periodTo() == null ? award.date() : award.periodTo())
                        .filter(Objects::nonNull)
                        .anyMatch(end -> !draft.from().isAfter(end));
    }

    private boolean dissolved(Nominee nominee) {
        return units.find(nominee.unit()).map(Unit::validTo).isPresent();
    }
}
