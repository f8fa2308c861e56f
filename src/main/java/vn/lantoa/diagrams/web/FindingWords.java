package vn.lantoa.diagrams.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.diagrams.DraftFindings;
import vn.lantoa.engine.Finding;

/** Findings in the words of whoever draws, {@code process.finding.<rule>}: {0} is the element, what follows is what the finding is about. */
@Component
class FindingWords {

    private final MessageSource messages;

    FindingWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(Finding finding, Locale locale) {
        var about = new ArrayList<Object>();
        about.add(element(finding));
        about.addAll(finding.about());
        return messages.getMessage("process.finding." + finding.rule(), about.toArray(), locale);
    }

    /** {@code {blocked, items}}, for the API and for the page on which one draws. */
    Map<String, Object> json(List<DraftFindings.Told> told, Locale locale) {
        return Map.of(
                "blocked",
                told.stream().anyMatch(DraftFindings.Told::blocks),
                "items",
                told.stream().map(one -> json(one, locale)).toList());
    }

    private Map<String, Object> json(DraftFindings.Told told, Locale locale) {
        var finding = told.finding();
        var json = new LinkedHashMap<String, Object>();
        json.put("key", told.key());
        json.put("severity", finding.severity().name());
        json.put("file", finding.file());
        json.put("element", finding.id());
        json.put("name", finding.name());
        json.put("line", finding.line());
        json.put("rule", finding.rule());
        json.put("words", of(finding, locale));
        json.put("reason", told.reason().orElse(null));
        return json;
    }

    /** The element as people know it: its name, else its id; the file where it is about all of it. */
    static String element(Finding finding) {
        if (!finding.name().isBlank()) {
            return finding.name();
        }
        return finding.id().equals("file") ? finding.file() : finding.id();
    }
}
