package vn.lantoa.models.safety;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.models.ModelSite;

/** What is said on the forms of a file besides its questions. */
@Component
class SafetyTexts {

    private final SafetyRules rules;
    private final SafetyWords words;
    private final Checklist checklist;
    private final AnswerRows answers;

    SafetyTexts(SafetyRules rules, SafetyWords words, Checklist checklist, AnswerRows answers) {
        this.rules = rules;
        this.words = words;
        this.checklist = checklist;
        this.answers = answers;
    }

    /** By the id of the text on the form. */
    Map<String, String> registering(SafetyFile file) {
        return Map.of("Window", window(file, SafetyObject.DN));
    }

    Map<String, String> whyNot(SafetyFile file) {
        var why = checklist.refused(file);
        return Map.of(
                "Why",
                why.map(one -> words.of(
                                "safety.not-object", words.of("safety.not-object." + one.reason()), one.basis()))
                        .orElseGet(() -> words.of("safety.not-object.none")));
    }

    /** While nothing was answered there is nothing to hold against the criteria. */
    Map<String, String> assessing(SafetyFile file) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("Window", window(file, file.workplace()));
        texts.put("Registration", registration(file));
        var models = checklist.models(file);
        texts.put(
                "Models",
                "## " + words.of("safety.models.heading") + "\n\n"
                        + (models.isEmpty()
                                ? words.of("safety.models.none")
                                : words.of(
                                        "safety.models",
                                        models.size(),
                                        models.stream().map(ModelSite::name).collect(Collectors.joining("; ")))));
        if (!answers.read(file).answers().isEmpty()) {
            texts.put("Findings", words.findings(checklist.of(file)));
        }
        return texts;
    }

    /** The file as a leader or a reader needs it. */
    Map<String, String> file(SafetyFile file) {
        var texts = new LinkedHashMap<String, String>();
        var lines = new StringBuilder("## ").append(words.of("safety.file")).append("\n\n");
        line(lines, words.of("safety.fact.workplace"), words.of("safety.object." + file.workplace()));
        lines.append("- ").append(registration(file)).append('\n');
        answers.read(file).answers().forEach((key, answer) -> {
            var paper = answer.number() == null
                    ? ""
                    : words.of("safety.paper", answer.number(), SafetyWords.day(answer.on()));
            line(lines, label(file, key), words.of("safety.answer." + answer.answer()) + paper);
        });
        if (file.headcount() != null && file.briefed() != null) {
            line(lines, words.of("safety.fact.briefed"), words.of("safety.briefed", file.briefed(), file.headcount()));
        }
        if (file.minutesNumber() != null) {
            line(
                    lines,
                    words.of("safety.fact.minutes"),
                    words.of(
                            "safety.minutes",
                            file.minutesNumber(),
                            SafetyWords.day(file.minutesOn()),
                            file.attended()));
        }
        if (file.sentOn() != null) {
            line(
                    lines,
                    words.of("safety.fact.sent"),
                    words.of("safety.sent", file.sentTo(), SafetyWords.day(file.sentOn())));
        }
        line(lines, words.of("safety.fact.send-by"), SafetyWords.day(file.sendBy()));
        texts.put("File", lines.toString());
        texts.put("Findings", words.findings(answers.findings(file.id())));
        return texts;
    }

    private String label(SafetyFile file, String key) {
        return checklist.locals(file).stream()
                .filter(one -> one.key().equals(key))
                .map(LocalCriteria.Local::wording)
                .findFirst()
                .orElseGet(() -> key.startsWith("local_") ? key : words.of("safety.criterion." + key));
    }

    private String registration(SafetyFile file) {
        var said = words.of("safety.registration", file.registrationNumber(), SafetyWords.day(file.registeredOn()));
        return file.late() ? said + " " + late(file.year()) : said;
    }

    /** That a registration is late, and by which rule. */
    String late(int year) {
        var term = rules.term("REGISTER", year);
        return words.of("safety.registration.late", SafetyWords.day(term.day()), term.basis());
    }

    private String window(SafetyFile file, SafetyObject object) {
        var window = rules.window(object, file.year()).orElseThrow();
        return words.of(
                "safety.window",
                Integer.toString(file.year()),
                SafetyWords.day(window.from()),
                SafetyWords.day(window.to()),
                SafetyWords.day(file.sendBy()));
    }

    private static void line(StringBuilder lines, String label, String value) {
        lines.append("- ").append(label).append(": ").append(value).append('\n');
    }
}
