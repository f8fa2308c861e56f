package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.lantoa.form.Indicators.Asked;
import vn.lantoa.form.Indicators.Indicator;

/** What may be answered to a list of indicators; rules.ts says the same in the island, one corpus holds both. */
final class FiguresRules {

    private static final Set<String> QUALIFIERS = Set.of("exact", "more_than", "almost", "over", "about");
    private static final Set<String> FIELDS =
            Set.of("value", "qualifier", "notStated", "pending", "reason", "note", "own");
    private static final int LONGEST_TEXT = 1000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
                        .filter(name -> !FIELDS.contains(name))
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
            refuse(key, Reading.refused(null, "figures.type"));
            return;
        }
        var reading = read(figure, asked);
        if (reading.isRefused()) {
            refuse(key, reading);
        } else if (!((Map<?, ?>) reading.value()).isEmpty()) {
            given.put(key, true);
            figures.put(key, reading.value());
        }
    }

    private Reading read(Map<?, ?> figure, Asked asked) {
        if (!isFlag(figure.get("notStated")) || !isFlag(figure.get("pending"))) {
            return refused("type");
        }
        for (var text : List.of("reason", "note", "qualifier")) {
            if (figure.get(text) != null && !(figure.get(text) instanceof String)) {
                return refused("type");
            }
        }
        var words = new LinkedHashMap<String, Object>();
        for (var name : List.of("reason", "note")) {
            if (!JsText.storable(text(figure, name))) {
                return Reading.refused(null, "characters");
            }
            if (!text(figure, name).isEmpty()) {
                words.put(name, text(figure, name));
            }
        }
        return oneWay(figure, asked, words);
    }

    private Reading oneWay(Map<?, ?> figure, Asked asked, Map<String, Object> words) {
        boolean stated = figure.get("value") != null
                && !(figure.get("value") instanceof String text
                        && JsText.trim(text).isEmpty());
        boolean notStated = Boolean.TRUE.equals(figure.get("notStated"));
        boolean pending = Boolean.TRUE.equals(figure.get("pending"));
        long ways = Stream.of(stated, notStated, pending).filter(way -> way).count();
        if (ways == 0) {
            words.remove("reason");
            return mode.equals("review") ? within(words) : Reading.of(Map.of());
        }
        if (asked.indicator().derived()) {
            return refused("derived");
        }
        if (ways > 1) {
            return refused("exclusive");
        }
        if (pending && !asked.indicator().pending()) {
            return refused("pending");
        }
        if (stated) {
            return valued(figure, asked, words);
        }
        words.put(pending ? "pending" : "notStated", true);
        return within(words);
    }

    private Reading valued(Map<?, ?> figure, Asked asked, Map<String, Object> words) {
        var qualifier = figure.get("qualifier") instanceof String text && !text.isEmpty() ? text : "exact";
        if (!QUALIFIERS.contains(qualifier)) {
            return refused("qualifier");
        }
        var reading = VietnameseNumber.read(figure.get("value"));
        if (reading.isRefused()) {
            return reading;
        }
        var value = (BigDecimal) reading.value();
        var indicator = asked.indicator();
        if (indicator.integer() && value.scale() > 0) {
            return refused("integer");
        }
        if (indicator.max() != null && value.compareTo(indicator.max()) > 0) {
            return refused("max", show(indicator.max()));
        }
        if (within(words).isRefused()) {
            return within(words);
        }
        var against = againstSubordinates(value, figure.get("own"), asked);
        if (against != null) {
            return against;
        }
        var asks = words.containsKey("reason") ? null : reasonAsked(value, asked);
        if (asks != null) {
            return asks;
        }
        words.put("value", value);
        words.put("qualifier", qualifier);
        return Reading.of(words);
    }

    /** The unit's figure holds what its subordinates reported; its own part, when told apart, is the rest: else the sum has changed since. */
    private static Reading againstSubordinates(BigDecimal value, Object own, Asked asked) {
        var told =
                own != null && !(own instanceof String text && JsText.trim(text).isEmpty());
        if (told && asked.below() != null) {
            var reading = VietnameseNumber.read(own);
            if (reading.isRefused()) {
                return reading;
            }
            if (asked.below().add((BigDecimal) reading.value()).compareTo(value) != 0) {
                return refused("subordinatesChanged", show(asked.below()));
            }
        }
        var tooSmall = asked.floor() != null && value.compareTo(asked.floor()) < 0;
        return tooSmall ? refused("belowSubordinates", show(asked.floor())) : null;
    }

    private static Reading reasonAsked(BigDecimal value, Asked asked) {
        if (asked.dropOver() != null && asked.previous() != null) {
            var drop = asked.previous().subtract(value).multiply(HUNDRED);
            if (drop.compareTo(asked.dropOver().multiply(asked.previous())) > 0) {
                return refused("reasonDrop", show(asked.dropOver()), show(asked.previous()));
            }
        }
        if (asked.jumpOver() != null
                && asked.lastYear() != null
                && asked.lastYear().signum() > 0) {
            boolean up = value.compareTo(asked.jumpOver().multiply(asked.lastYear())) > 0;
            boolean down = value.multiply(asked.jumpOver()).compareTo(asked.lastYear()) < 0;
            if (up || down) {
                return refused("reasonJump", show(asked.jumpOver()), show(asked.lastYear()));
            }
        }
        return null;
    }

    /** What is required and not there; a total beside its parts. */
    private void complete(Indicator indicator) {
        var code = indicator.code();
        if (given.containsKey(code) && indicator.parts().stream().anyMatch(given::containsKey)) {
            if (findings.stream().noneMatch(finding -> finding.key().equals(base + "." + code))) {
                refuse(code, refused("totalAndParts"));
            }
        }
        if (!indicator.required() || indicator.derived() || given.containsKey(code)) {
            return;
        }
        var keys = indicator.parts().isEmpty() ? List.of(code) : indicator.parts();
        keys.stream().filter(key -> !given.containsKey(key)).forEach(key -> refuse(key, refused("required")));
    }

    private Reading within(Map<String, Object> words) {
        boolean tooLong =
                words.values().stream().anyMatch(word -> word instanceof String text && text.length() > LONGEST_TEXT);
        return tooLong ? refused("tooLong", LONGEST_TEXT) : Reading.of(words);
    }

    private void refuse(String key, Reading reading) {
        given.put(key, true);
        findings.add(Finding.of(base + "." + key, reading.code(), reading.args().toArray()));
    }

    private static Reading refused(String code, Object... args) {
        return Reading.refused(null, "figures." + code, args);
    }

    private static String text(Map<?, ?> figure, String name) {
        return figure.get(name) instanceof String text ? JsText.trim(JsText.nfc(text)) : "";
    }

    private static boolean isFlag(Object value) {
        return value == null || value instanceof Boolean;
    }

    private static String show(BigDecimal number) {
        return number.toPlainString();
    }
}
