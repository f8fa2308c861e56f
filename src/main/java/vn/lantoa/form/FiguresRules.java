package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lantoa.form.Indicators.Indicator;

/** What may be answered to a list of indicators; rules.ts says the same in the island, one corpus holds both. */
final class FiguresRules {

    private final Indicators indicators;
    private final String mode;
    private final String base;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Boolean> given = new LinkedHashMap<>();

    private FiguresRules(JsonNode component, String base) {
        this.indicators = new Indicators(component);
        this.mode = component.path("mode").asText("enter");
        this.base = base;
    }

    /** The figures as they are kept, and what is wrong. */
    record Judged(Map<String, Object> figures, List<Finding> findings) {}

    static Judged judge(JsonNode component, String base, Object answers) {
        var rules = new FiguresRules(component, base);
        rules.judge(answers);
        return new Judged(rules.figures, rules.findings);
    }

    /** Codes that are not in the list, and words that no figure has. */
    static List<String> unknownKeys(JsonNode component, String base, Object answers) {
        if (!(answers instanceof Map<?, ?> map)
                || component.path("mode").asText().equals("read")) {
            return List.of();
        }
        var indicators = new Indicators(component);
        return map.entrySet().stream()
                .flatMap(entry -> unknown(indicators, base + "." + entry.getKey(), entry))
                .toList();
    }

    /** The answers without codes that are not in the list. */
    static Map<String, Object> keep(JsonNode component, Object answers) {
        var indicators = new Indicators(component);
        var kept = new LinkedHashMap<String, Object>();
        if (answers instanceof Map<?, ?> map) {
            map.forEach((code, figure) -> {
                if (indicators.asked(String.valueOf(code)) != null) {
                    kept.put(String.valueOf(code), figure);
                }
            });
        }
        return kept;
    }

    private static Stream<String> unknown(Indicators indicators, String key, Map.Entry<?, ?> entry) {
        if (indicators.asked(String.valueOf(entry.getKey())) == null) {
            return Stream.of(key);
        }
        return entry.getValue() instanceof Map<?, ?> figure
                ? figure.keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> !FigureReading.FIELDS.contains(name))
                        .map(name -> key + "." + name)
                : Stream.of();
    }

    private void judge(Object answers) {
        if (answers != null && !(answers instanceof Map)) {
            findings.add(Finding.of(base, "figures.type"));
            return;
        }
        if (answers instanceof Map<?, ?> map) {
            map.forEach((key, figure) -> judge(String.valueOf(key), figure));
        }
        if (mode.equals("enter")) {
            indicators.all().forEach(this::complete);
        }
    }

    private void judge(String key, Object answer) {
        var asked = indicators.asked(key);
        if (answer == null || asked == null) {
            return;
        }
        if (!(answer instanceof Map<?, ?> figure)) {
            refuse(key, FigureReading.refused("type"));
            return;
        }
        var reading = FigureReading.of(asked, figure, mode.equals("review"));
        if (reading.isRefused()) {
            refuse(key, reading);
        } else if (!((Map<?, ?>) reading.value()).isEmpty()) {
            given.put(key, true);
            figures.put(key, reading.value());
        }
    }

    /** What is required and not there; a total beside its parts. */
    private void complete(Indicator indicator) {
        var code = indicator.code();
        if (given.containsKey(code) && indicator.parts().stream().anyMatch(given::containsKey)) {
            if (findings.stream().noneMatch(finding -> finding.key().equals(base + "." + code))) {
                refuse(code, FigureReading.refused("totalAndParts"));
            }
        }
        if (!indicator.required() || indicator.derived() || given.containsKey(code)) {
            return;
        }
        var keys = indicator.parts().isEmpty() ? List.of(code) : indicator.parts();
        keys.stream()
                .filter(key -> !given.containsKey(key))
                .forEach(key -> refuse(key, FigureReading.refused("required")));
    }

    private void refuse(String key, Reading reading) {
        given.put(key, true);
        findings.add(Finding.of(base + "." + key, reading.code(), reading.args().toArray()));
    }
}
