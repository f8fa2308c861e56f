package vn.lantoa.models.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.Decisions;
import vn.lantoa.models.AliveSites;
import vn.lantoa.models.ModelSite;

/** Whether a workplace is assessed at all, and which criteria its answers do not meet: facts gathered here, judged by the two dated tables. */
@Component
class Checklist {

    static final String OBJECTS = "safety-object";
    static final String CRITERIA = "safety-checklist";

    private static final String NONE = "NONE";

    private final Decisions decisions;
    private final LocalCriteria locals;
    private final AliveSites sites;
    private final AnswerRows answers;
    private final Clock clock;

    Checklist(Decisions decisions, LocalCriteria locals, AliveSites sites, AnswerRows answers, Clock clock) {
        this.decisions = decisions;
        this.locals = locals;
        this.sites = sites;
        this.answers = answers;
        this.clock = clock;
    }

    /** Why a workplace is none of those assessed; {@code reason} is a word of message {@code safety.not-object.<reason>}. */
    record NoObject(String reason, String basis) {}

    /** Empty when it is assessed. */
    Optional<NoObject> refused(SafetyFile file) {
        return decisions
                .ask(
                        OBJECTS,
                        Map.of(
                                "on",
                                LocalDate.now(clock).toString(),
                                "workplace",
                                file.workplace().name(),
                                "enterpriseSize",
                                said(file.enterpriseSize()),
                                "schoolLevel",
                                said(file.schoolLevel()),
                                "armedForces",
                                file.armedForces()))
                .stream()
                .findFirst()
                .map(row -> new NoObject((String) row.get("reason"), (String) row.get("basis")));
    }

    /** The unit's models that are alive today. */
    List<ModelSite> models(SafetyFile file) {
        return sites.of(file.unit());
    }

    /** What the branches above ask of it today. */
    List<LocalCriteria.Local> locals(SafetyFile file) {
        return locals.of(file, LocalDate.now(clock));
    }

    /** What the table says today about what is stored, what is not met first; nothing is written. */
    List<SafetyFinding> of(SafetyFile file) {
        var today = LocalDate.now(clock);
        var said = answers.read(file);
        var unmet = locals(file).stream()
                .filter(one -> !answer(said, one.key()).equals("YES"))
                .toList();
        var found = new ArrayList<SafetyFinding>();
        for (var row : decisions.ask(CRITERIA, facts(file, said, today, unmet.size()))) {
            var finding = new SafetyFinding(
                    (String) row.get("criterion"),
                    SafetyFinding.Outcome.valueOf((String) row.get("outcome")),
                    (String) row.get("reason"),
                    (String) row.get("basis"),
                    null);
            if (finding.criterion().equals("LOCAL")) {
                unmet.forEach(one -> found.add(new SafetyFinding(
                        one.code(), finding.outcome(), finding.reason(), one.basis(), one.wording())));
            } else {
                found.add(finding);
            }
        }
        found.sort(Comparator.comparing(SafetyFinding::outcome));
        return found;
    }

    private Map<String, Object> facts(SafetyFile file, Assessment said, LocalDate today, int localUnmet) {
        var facts = new HashMap<String, Object>();
        for (var criterion : Criterion.values()) {
            facts.put(criterion.key(), answer(said, criterion.key()));
        }
        var resolution = said.answers().get(Criterion.RESOLUTION.key());
        facts.put("on", today.toString());
        facts.put("workplace", file.workplace().name());
        facts.put("late", file.late());
        facts.put("resolutionQuarter", quarter(resolution == null ? null : resolution.on()));
        facts.put("headcount", number(said.headcount()));
        facts.put("briefed", number(said.briefed()));
        facts.put("aliveModels", models(file).size());
        facts.put("localUnmet", localUnmet);
        return facts;
    }

    /** 0 while no date is said. */
    private static int quarter(LocalDate day) {
        return day == null ? 0 : (day.getMonthValue() + 2) / 3;
    }

    private static int number(Integer number) {
        return number == null ? 0 : number;
    }

    private static String answer(Assessment said, String key) {
        var answer = said.answers().get(key);
        return answer == null ? NONE : answer.answer();
    }

    private static String said(String word) {
        return word == null ? NONE : word;
    }
}
