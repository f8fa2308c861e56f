package vn.lantoa.diagrams.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.diagrams.Difference;
import vn.lantoa.diagrams.Replay.Begun;
import vn.lantoa.diagrams.Trial;

/** What a trial found, in sentences. */
@Component
class TrialWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MessageSource messages;

    TrialWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One kind of difference and the numbers of the dossiers it meets. */
    record Line(Difference.Kind kind, String sentence, List<String> dossiers) {

        public String numbers() {
            return String.join(", ", dossiers);
        }
    }

    /**
     * @param summary one sentence
     * @param remarks what is to be known besides
     */
    record Said(String summary, List<String> remarks, List<Line> lines, int percent) {}

    Said of(Trial trial, Locale locale) {
        var percent = trial.total() == 0 ? 0 : 100 * trial.done() / trial.total();
        return trial.found()
                .map(found -> new Said(summary(found, locale), remarks(found, locale), lines(found, locale), percent))
                .orElse(new Said("", List.of(), List.of(), percent));
    }

    Map<String, Object> json(Trial trial, Locale locale) {
        var said = of(trial, locale);
        var json = new LinkedHashMap<String, Object>();
        json.put("state", trial.state());
        json.put("draftVersion", trial.draftVersion());
        json.put("done", trial.done());
        json.put("total", trial.total());
        trial.found().ifPresent(found -> {
            json.put("cases", found.cases());
            json.put("differing", found.differing());
            json.put("skipped", found.skipped());
            json.put("late", found.late());
            json.put("summary", said.summary());
            json.put("remarks", said.remarks());
            json.put("differences", said.lines());
        });
        return json;
    }

    Optional<String> refusal(Begun begun, Locale locale) {
        if (begun instanceof Begun.Unsafe unsafe) {
            return Optional.of(text("trial.unsafe", locale, unsafe.errors().size()));
        }
        return begun instanceof Begun.Closed ? Optional.of(text("trial.closed", locale)) : Optional.empty();
    }

    private String summary(Trial.Found found, Locale locale) {
        if (found.cases() == 0) {
            return text("trial.summary.none", locale);
        }
        return found.differing() == 0
                ? text("trial.summary.same", locale, found.cases())
                : text("trial.summary", locale, found.cases(), found.differing());
    }

    private List<String> remarks(Trial.Found found, Locale locale) {
        var remarks = new ArrayList<String>();
        if (found.skipped() > 0) {
            remarks.add(text("trial.skipped", locale, found.skipped()));
        }
        if (found.late() > 0) {
            remarks.add(text("trial.late", locale, found.late()));
        }
        found.unasked().forEach(table -> remarks.add(text("trial.unasked", locale, table)));
        return remarks;
    }

    /** Each sentence once, the kinds in their order, what meets most cases first. */
    private List<Line> lines(Trial.Found found, Locale locale) {
        var numbers = new LinkedHashMap<Map.Entry<Difference.Kind, String>, List<String>>();
        found.differences().forEach(one -> numbers.computeIfAbsent(
                        Map.entry(one.kind(), sentence(one, locale)), key -> new ArrayList<>())
                .add(one.dossier().substring(one.dossier().indexOf(':') + 1)));
        return numbers.entrySet().stream()
                .map(entry -> new Line(entry.getKey().getKey(), entry.getKey().getValue(), entry.getValue()))
                .sorted(Comparator.comparing(Line::kind)
                        .thenComparing(Comparator.comparing(
                                        (Line line) -> line.dossiers().size())
                                .reversed()))
                .toList();
    }

    private String sentence(Difference one, Locale locale) {
        var waiting = text("trial.waiting", locale);
        var before = one.before().isEmpty() ? waiting : day(one.before(), locale);
        var after = one.after().isEmpty() ? waiting : day(one.after(), locale);
        var sentence = text("trial.kind." + one.kind(), locale, one.subject(), before, after);
        return one.noData() ? sentence + " " + text("trial.noData", locale, one.subject()) : sentence;
    }

    private String day(String value, Locale locale) {
        if (value.equals("–")) {
            return text("trial.noDay", locale);
        }
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(value).format(DAY) : value;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
