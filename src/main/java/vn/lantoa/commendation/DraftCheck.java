package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Whether a draft may be handed in: what it says must be possible, the season must still take it, and eligibility must not forbid it. */
@Component
class DraftCheck {

    private final SeasonRows seasons;
    private final AwardTitles titles;
    private final Eligibility eligibility;
    private final NominationFile file;
    private final Consents consents;
    private final CommendationWords words;
    private final JdbcClient jdbc;
    private final Units units;
    private final UnitSuccessions successions;
    private final Clock clock;

    DraftCheck(
            SeasonRows seasons,
            AwardTitles titles,
            Eligibility eligibility,
            NominationFile file,
            Consents consents,
            CommendationWords words,
            JdbcClient jdbc,
            Units units,
            UnitSuccessions successions,
            Clock clock) {
        this.seasons = seasons;
        this.titles = titles;
        this.eligibility = eligibility;
        this.file = file;
        this.consents = consents;
        this.words = words;
        this.jdbc = jdbc;
        this.units = units;
        this.successions = successions;
        this.clock = clock;
    }

    /** What speaks against handing it in, of what is stored; empty when nothing does. */
    List<FieldError> against(Nomination nomination, NominationDraft draft) {
        var errors = new ArrayList<FieldError>();
        closed(nomination, errors);
        title(nomination, draft, errors);
        period(draft, errors);
        consent(nomination, draft, errors);
        nominee(draft, errors);
        if (errors.isEmpty()) {
            findings(nomination, draft, errors);
        }
        return errors;
    }

    /** Only the first handing in is bound by the day; what a level returned comes back whenever it is ready. */
    private void closed(Nomination nomination, List<FieldError> errors) {
        var today = LocalDate.now(clock);
        var again = jdbc.sql("select count(*) from nomination where id = ? and submitted_at is not null")
                        .param(nomination.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
        if (again) {
            return;
        }
        if (seasons.find(nomination.season()).orElseThrow().state() == Season.State.CLOSED) {
            errors.add(words.error("outcome", "nomination.refused.season-closed"));
            return;
        }
        seasons.stages(nomination.season())
                .of(unit(nomination).level())
                .map(Stages.Dates::nominateBy)
                .filter(last -> last.isBefore(today))
                .ifPresent(last ->
                        errors.add(words.error("outcome", "nomination.refused.closed", CommendationWords.day(last))));
    }

    private void title(Nomination nomination, NominationDraft draft, List<FieldError> errors) {
        var unit = unit(nomination);
        var found = titles.proposableBy(unit, LocalDate.now(clock)).stream()
                .filter(title -> title.code().equals(draft.title()))
                .findFirst();
        if (found.isEmpty()) {
            errors.add(words.error("title", "nomination.refused.title", unit.name()));
            return;
        }
        var collective = draft.nominee().collective();
        if (collective ? !found.get().collectives() : !found.get().individuals()) {
            errors.add(words.error(
                    "whom", collective ? "nomination.refused.no-collectives" : "nomination.refused.no-individuals"));
        }
        var simplified = !collective && draft.nominee().directWorker();
        if (found.get().parts().contains("BAO_CAO")
                && !simplified
                && !draft.report().containsKey(NominationDraft.Part.RESULTS)) {
            errors.add(words.error("results", "nomination.refused.no-report"));
        }
        if (found.get().parts().contains("SANG_KIEN")
                && !draft.report().containsKey(NominationDraft.Part.INITIATIVES)) {
            errors.add(words.error("initiatives", "nomination.refused.no-initiative"));
        }
    }

    private void period(NominationDraft draft, List<FieldError> errors) {
        var today = LocalDate.now(clock);
        if (draft.from() == null || draft.to() == null) {
            errors.add(
                    words.error(draft.from() == null ? "periodFrom" : "periodTo", "nomination.refused.period-missing"));
        } else if (draft.to().isAfter(today)) {
            errors.add(words.error("periodTo", "nomination.refused.future", CommendationWords.day(today)));
        } else if (draft.from().isAfter(draft.to())) {
            errors.add(words.error("periodTo", "nomination.refused.period"));
        }
        if (draft.attestation() != null && draft.attestation().on().isAfter(today)) {
            errors.add(words.error("attestedOn", "nomination.refused.day-ahead"));
        }
    }

    private void consent(Nomination nomination, NominationDraft draft, List<FieldError> errors) {
        if (draft.consent() == null) {
            return;
        }
        if (draft.consent().on().isAfter(LocalDate.now(clock))) {
            errors.add(words.error("consentOn", "nomination.refused.day-ahead"));
        } else if (file.takenBack(nomination.id(), draft.consent())) {
            errors.add(words.error(
                    "consentOn",
                    "nomination.refused.consent-taken-back",
                    CommendationWords.day(consents.withdrawnOn(nomination.id())
                            .orElse(draft.consent().on()))));
        }
    }

    private void nominee(NominationDraft draft, List<FieldError> errors) {
        var nominee = draft.nominee();
        if (nominee.name() == null) {
            errors.add(words.error("name", "nomination.refused.name"));
        }
        if (!nominee.collective()) {
            if (nominee.sex() == null) {
                errors.add(words.error("sex", "nomination.refused.sex"));
            }
            if (nominee.birthYear() == null) {
                errors.add(words.error("birthYear", "nomination.refused.birth-year"));
            }
        } else if (nominee.headcount() == null) {
            errors.add(words.error("headcount", "nomination.refused.headcount"));
        } else if (nominee.women() != null && nominee.women() > nominee.headcount()) {
            errors.add(words.error("women", "nomination.refused.women"));
        }
    }

    private void findings(Nomination nomination, NominationDraft draft, List<FieldError> errors) {
        var found = eligibility.of(nomination.id());
        found.stream()
                .filter(one -> one.outcome() == EligibilityFinding.Outcome.BLOCK)
                .forEach(one -> errors.add(new FieldError(field(one), words.sentence(one))));
        if (draft.warnReason() == null) {
            found.stream()
                    .filter(one -> one.outcome() == EligibilityFinding.Outcome.WARN)
                    .forEach(one -> errors.add(new FieldError(
                            "warnReason", words.of("nomination.refused.needs-reason", words.sentence(one)))));
        }
    }

    private static String field(EligibilityFinding finding) {
        return switch (finding.rule()) {
            case "E18" -> "consentOn";
            case "E02" -> "disciplineEnd";
            case "E15" -> "periodTo";
            default -> "title";
        };
    }

    private Unit unit(Nomination nomination) {
        return units.find(successions.answering(nomination.proposer())).orElseThrow();
    }
}
