package vn.lantoa.commendation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** The human steps of {@code level-review}: what a level thinks of a nomination, and who answers for it. */
@Component
class LevelReviewSteps implements Steps {

    private final NominationRows rows;
    private final ReviewRows passages;
    private final Reviews reviews;
    private final NominationSheet sheet;
    private final Eligibility eligibility;
    private final LowerTitles lower;
    private final LevelLock level;
    private final NomineeAccess access;
    private final CommendationWords words;
    private final Clock clock;

    LevelReviewSteps(
            NominationRows rows,
            ReviewRows passages,
            Reviews reviews,
            NominationSheet sheet,
            Eligibility eligibility,
            LowerTitles lower,
            LevelLock level,
            NomineeAccess access,
            CommendationWords words,
            Clock clock) {
        this.rows = rows;
        this.passages = passages;
        this.reviews = reviews;
        this.sheet = sheet;
        this.eligibility = eligibility;
        this.lower = lower;
        this.level = level;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String process() {
        return Words.LEVEL_REVIEW;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var nomination = rows.find(NominationId.of(step.dossier())).orElseThrow();
        access.log(actor, List.of(nomination.id()), "step");
        var texts = new HashMap<String, String>();
        var choices = new HashMap<String, List<AwardTitle>>();
        switch (step.step()) {
            case Words.REVIEW_STEP -> {
                texts.put("Findings", words.findings(eligibility.of(nomination.id())));
                choices.put("offered", lower.than(nomination));
            }
            case Words.SIGN_STEP -> texts.put("Findings", words.findings(eligibility.of(nomination.id())));
            case Words.LOWER_STEP ->
                texts.put(
                        "Offer",
                        words.of(
                                "nomination.offer",
                                lower.offered(nomination).map(AwardTitle::name).orElse("")));
            case Words.COMMITTEE_STEP ->
                reviews.ruleOf(nomination.id())
                        .ifPresent(rule -> texts.put(
                                "Rule",
                                words.of(
                                        "nomination.committee-rule",
                                        rule.quorumNumerator(),
                                        rule.quorumDenominator(),
                                        rule.approvalPercent(),
                                        words.of("nomination.base." + rule.base()),
                                        rule.basis())));
            default -> {}
        }
        return sheet.open(schema, nomination, new NominationSheet.Inserts(texts, choices), Map.of());
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var nomination = rows.lock(NominationId.of(step.dossier()));
        return switch (step.step()) {
            case Words.REVIEW_STEP -> reviewed(nomination, outcome, answers);
            case Words.RESERVE_STEP -> taken(outcome.equals("release") ? Words.NOT_THIS_TIME : null, answers);
            case Words.HOLD_STEP -> concluded(nomination, outcome.equals("reject"), answers);
            case Words.OBJECTION_STEP -> concluded(nomination, outcome.equals("upheld"), answers);
            case Words.LOWER_STEP -> lowered(nomination, outcome, answers);
            case Words.COMMITTEE_STEP -> committee(nomination, outcome, answers);
            default -> signed(nomination, outcome, answers);
        };
    }

    private Verdict reviewed(Nomination nomination, String outcome, Map<String, Object> answers) {
        switch (outcome) {
            case "propose" -> {
                // Places are counted one after another: two at the same moment never take the same one.
                level.hold(nomination.at(), nomination.season());
                var against = against(nomination);
                if (!against.isEmpty()) {
                    return new Verdict.Refused(against);
                }
                passages.mark(nomination.id(), Review.Mark.PROPOSE);
            }
            case "reserve" -> passages.mark(nomination.id(), Review.Mark.RESERVE);
            case "notThisTime" -> passages.mark(nomination.id(), Review.Mark.NOT_THIS_TIME);
            case "offerLower" -> {
                if (lower.than(nomination).stream().noneMatch(one -> one.code().equals(answers.get("offered")))) {
                    return new Verdict.Refused(List.of(words.error("offered", "nomination.refused.offer")));
                }
                rows.offer(nomination.id(), answers.get("offered").toString());
            }
            default -> {}
        }
        var result =
                switch (outcome) {
                    case "return" -> Words.RETURNED;
                    case "reject" -> Words.REJECTED;
                    case "notThisTime" -> Words.NOT_THIS_TIME;
                    default -> null;
                };
        return taken(result, answers);
    }

    private List<FieldError> against(Nomination nomination) {
        return eligibility.of(nomination.id()).stream()
                .filter(one -> one.outcome() == EligibilityFinding.Outcome.BLOCK
                        || one.outcome() == EligibilityFinding.Outcome.HOLD)
                .map(one -> new FieldError("outcome", words.sentence(one)))
                .toList();
    }

    /** A hold or an objection ends by a written conclusion, of which number and date alone are kept. */
    private Verdict concluded(Nomination nomination, boolean against, Map<String, Object> answers) {
        var date = day(answers.get("documentDate"));
        if (date.filter(day -> day.isAfter(LocalDate.now(clock))).isPresent()) {
            return new Verdict.Refused(List.of(words.error("documentDate", "nomination.refused.day-ahead")));
        }
        passages.document(
                nomination.id(),
                answers.get("documentNumber") == null
                        ? null
                        : answers.get("documentNumber").toString().strip(),
                date.orElse(null));
        return taken(against ? Words.REJECTED : null, answers);
    }

    private Verdict lowered(Nomination nomination, String outcome, Map<String, Object> answers) {
        if (outcome.equals("agree")) {
            rows.offered(nomination.id()).ifPresent(title -> passages.title(nomination.id(), title));
            rows.takeOffer(nomination.id());
        } else {
            rows.offer(nomination.id(), null);
        }
        return taken(null, answers);
    }

    private Verdict committee(Nomination nomination, String outcome, Map<String, Object> answers) {
        var members = number(answers, "members");
        var present = number(answers, "present");
        var inFavour = number(answers, "inFavour");
        var metOn = day(answers.get("metOn")).orElseThrow();
        var rule = reviews.ruleOf(nomination.id()).orElseThrow();
        if (present > members || inFavour > present) {
            return new Verdict.Refused(List.of(
                    words.error(present > members ? "present" : "inFavour", "nomination.refused.committee-counts")));
        }
        if (metOn.isAfter(LocalDate.now(clock))) {
            return new Verdict.Refused(List.of(words.error("metOn", "nomination.refused.day-ahead")));
        }
        if (outcome.equals("agree") && !rule.passed(members, present, 0, inFavour)) {
            return new Verdict.Refused(List.of(
                    rule.quorate(members, present)
                            ? words.error(
                                    "inFavour",
                                    "nomination.refused.committee-votes",
                                    inFavour,
                                    rule.base(members, present, 0),
                                    rule.approvalPercent())
                            : words.error(
                                    "present",
                                    "nomination.refused.committee-quorum",
                                    present,
                                    members,
                                    rule.quorumNumerator(),
                                    rule.quorumDenominator())));
        }
        passages.committee(nomination.id(), members, present, inFavour, metOn);
        return taken(outcome.equals("disagree") ? Words.REJECTED : null, answers);
    }

    private Verdict signed(Nomination nomination, String outcome, Map<String, Object> answers) {
        if (outcome.equals("approve")) {
            var against = against(nomination);
            if (!against.isEmpty()) {
                return new Verdict.Refused(against);
            }
            return taken(Words.FORWARD, answers);
        }
        return taken(outcome.equals("return") ? Words.RETURNED : Words.REJECTED, answers);
    }

    private static Verdict taken(String result, Map<String, Object> answers) {
        return new Verdict.Taken(
                result == null ? Map.of() : Map.of(Words.LEVEL_RESULT, result), NominationSteps.reason(answers));
    }

    private static int number(Map<String, Object> answers, String key) {
        return ((Number) answers.get(key)).intValue();
    }

    private static Optional<LocalDate> day(Object written) {
        return Optional.ofNullable(written).map(Object::toString).map(LocalDate::parse);
    }
}
