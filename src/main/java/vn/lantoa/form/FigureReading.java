package vn.lantoa.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.lantoa.form.Indicators.Asked;

/** One figure of a list of indicators: what is kept of it, or why it is not taken. */
final class FigureReading {

    /** What a figure may hold. */
    static final Set<String> FIELDS = Set.of("value", "qualifier", "notStated", "pending", "reason", "note", "own");

    private static final Set<String> QUALIFIERS = Set.of("exact", "more_than", "almost", "over", "about");
    private static final int LONGEST_TEXT = 1000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Asked asked;
    private final Map<?, ?> figure;
    private final boolean reviewed;

    private FigureReading(Asked asked, Map<?, ?> figure, boolean reviewed) {
        this.asked = asked;
        this.figure = figure;
        this.reviewed = reviewed;
    }

    /**
     * The figure as it is kept, empty when nothing was said, or the refusal.
     *
     * @param reviewed whether words alone are something: a checker writes notes beside figures
     */
    static Reading of(Asked asked, Map<?, ?> figure, boolean reviewed) {
        return new FigureReading(asked, figure, reviewed).read();
    }

    private Reading read() {
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
            if (!JsText.storable(text(name))) {
                return Reading.refused(null, "characters");
            }
            if (!text(name).isEmpty()) {
                words.put(name, text(name));
            }
        }
        return oneWay(words);
    }

    private Reading oneWay(Map<String, Object> words) {
        boolean stated = figure.get("value") != null
                && !(figure.get("value") instanceof String text
                        && JsText.trim(text).isEmpty());
        boolean notStated = Boolean.TRUE.equals(figure.get("notStated"));
        boolean pending = Boolean.TRUE.equals(figure.get("pending"));
        long ways = Stream.of(stated, notStated, pending).filter(way -> way).count();
        if (ways == 0) {
            words.remove("reason");
            return reviewed ? within(words) : Reading.of(Map.of());
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
            return valued(words);
        }
        words.put(pending ? "pending" : "notStated", true);
        return within(words);
    }

    private Reading valued(Map<String, Object> words) {
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
        var against = againstSubordinates(value);
        if (against != null) {
            return against;
        }
        var asks = words.containsKey("reason") ? null : reasonAsked(value);
        if (asks != null) {
            return asks;
        }
        words.put("value", value);
        words.put("qualifier", qualifier);
        return Reading.of(words);
    }

    /** The unit's figure holds what its subordinates reported; its own part, when told apart, is the rest: else the sum has changed since. */
    private Reading againstSubordinates(BigDecimal value) {
        var own = figure.get("own");
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

    private Reading reasonAsked(BigDecimal value) {
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

    private static Reading within(Map<String, Object> words) {
        boolean tooLong =
                words.values().stream().anyMatch(word -> word instanceof String text && text.length() > LONGEST_TEXT);
        return tooLong ? refused("tooLong", LONGEST_TEXT) : Reading.of(words);
    }

    static Reading refused(String code, Object... args) {
        return Reading.refused(null, "figures." + code, args);
    }

    private String text(String name) {
        return figure.get(name) instanceof String text ? JsText.trim(JsText.nfc(text)) : "";
    }

    private static boolean isFlag(Object value) {
        return value == null || value instanceof Boolean;
    }

    private static String show(BigDecimal number) {
        return number.toPlainString();
    }
}
