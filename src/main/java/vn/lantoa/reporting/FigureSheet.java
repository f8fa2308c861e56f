package vn.lantoa.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills the form's one anchor, component {@code figures}, with the dated list of a report (ARCHITECTURE 13). */
@Component
class FigureSheet {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ObjectMapper json;
    private final MessageSource messages;

    FigureSheet(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /**
     * What is known beside the figures themselves.
     *
     * @param lastYear the same period of the year before
     * @param previous the last report before this one, for stocks
     * @param half for a year, what was sent about its first six months; empty for every other period
     * @param targets the unit's targets of the year, by key
     * @param communes upper bound where a rule counts communes
     * @param known what the installation knows of the unit's own part
     * @param below what the subordinates' reports add up to
     */
    record Surroundings(
            Figures lastYear,
            Figures previous,
            Optional<Figures> half,
            Map<String, BigDecimal> targets,
            List<ReportRules.Check> checks,
            Optional<Integer> communes,
            Map<String, KnownCounts.Known> known,
            SubordinateSums.Basis below) {}

    /** What a reader may do with the figures: enter them, correct them, write notes at them, or read. */
    enum Mode {
        ENTER("enter"),
        CORRECT("review"),
        REVIEW("review"),
        READ("read");

        private final String code;

        Mode(String code) {
            this.code = code;
        }
    }

    /** @param notes what reviewers wrote at figures, by key: shown to whoever enters them anew */
    JsonNode expand(
            JsonNode schema,
            Mode mode,
            Report report,
            List<Indicator> indicators,
            Surroundings around,
            Map<String, String> notes) {
        var expanded = schema.deepCopy();
        anchor(expanded).ifPresent(anchor -> {
            anchor.put("mode", mode.code);
            anchor.put("correct", mode == Mode.CORRECT);
            anchor.set(
                    "span",
                    json.valueToTree(Map.of(
                            "from", report.from().toString(), "to", report.to().toString())));
            BelowSheet.head(report, around.below()).ifPresent(head -> anchor.set("below", json.valueToTree(head)));
            anchor.set("sections", json.valueToTree(sections(indicators)));
            anchor.set(
                    "indicators",
                    json.valueToTree(indicators.stream()
                            .map(indicator -> remarked(
                                    describe(report, indicator, around),
                                    indicator,
                                    mode == Mode.ENTER ? notes : Map.of()))
                            .toList()));
        });
        return expanded;
    }

    private Optional<ObjectNode> anchor(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("type").asText().equals("figures")) {
            return Optional.of(object);
        }
        var children = node.path("components");
        if (!(children instanceof ArrayNode components)) {
            return Optional.empty();
        }
        for (var child : components) {
            var found = anchor(child);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Map<String, String>> sections(List<Indicator> indicators) {
        var titles = new LinkedHashMap<String, String>();
        indicators.forEach(indicator -> titles.putIfAbsent(indicator.section(), indicator.sectionTitle()));
        return titles.entrySet().stream()
                .map(section -> Map.of("code", section.getKey(), "title", section.getValue()))
                .toList();
    }

    private Map<String, Object> describe(Report report, Indicator indicator, Surroundings around) {
        var described = new LinkedHashMap<String, Object>();
        described.put("code", indicator.code());
        described.put("name", indicator.name());
        described.put("unit", indicator.unit());
        described.put("section", indicator.section());
        described.put("kind", indicator.kind());
        described.put("integer", indicator.integer());
        described.put("required", indicator.required());
        described.put("pending", indicator.pendingAllowed());
        described.put("usedLastYear", indicator.keys().stream().anyMatch(key -> used(key, around)));
        if (indicator.derived() != null) {
            described.put("derived", indicator.derived());
        }
        around.checks().stream()
                .filter(check -> check.kind().equals("WITHIN_COMMUNES")
                        && check.subject().equals(indicator.code()))
                .findFirst()
                .flatMap(check -> around.communes())
                .ifPresent(communes -> described.put("max", communes));
        if (indicator.byRecipient()) {
            var dimensions = new ArrayList<Map<String, Object>>();
            for (var recipient : Indicator.RECIPIENTS) {
                var part = new LinkedHashMap<String, Object>();
                part.put("code", recipient);
                part.put("name", messages.getMessage("report.recipient." + recipient, null, VIETNAMESE));
                compare(report, part, indicator, indicator.code() + "." + recipient, around);
                dimensions.add(part);
            }
            described.put("dimensions", dimensions);
        }
        compare(report, described, indicator, indicator.code(), around);
        return described;
    }

    private static Map<String, Object> remarked(
            Map<String, Object> described, Indicator indicator, Map<String, String> notes) {
        var remark = Stream.concat(Stream.of(indicator.code()), indicator.keys().stream())
                .distinct()
                .map(notes::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        if (!remark.isEmpty()) {
            described.put("remark", remark);
        }
        return described;
    }

    private static boolean used(String key, Surroundings around) {
        return around.below()
                        .find(key)
                        .map(SubordinateSums.Total::amount)
                        .filter(sum -> sum.signum() > 0)
                        .isPresent()
                || used(around.lastYear().find(key))
                || used(around.previous().find(key));
    }

    private static boolean used(Optional<Figure> figure) {
        return figure.map(Figure::amount).filter(amount -> amount.signum() != 0).isPresent();
    }

    private static void compare(
            Report report, Map<String, Object> part, Indicator indicator, String key, Surroundings around) {
        around.lastYear()
                .find(key)
                .filter(figure -> figure.statement() != Figure.Statement.PENDING)
                .ifPresent(figure -> part.put("lastYear", asStated(figure)));
        if (indicator.isFlow() && !indicator.yearOnly()) {
            around.half()
                    .ifPresent(half -> part.put(
                            "half", half.find(key).map(FigureSheet::asStated).orElse(Map.of("notStated", true))));
        }
        BelowSheet.beside(report, key, around.below()).ifPresent(beside -> part.put("fromSubordinates", beside));
        var known = around.known().get(key);
        if (known != null) {
            part.put("known", Figure.plain(known.amount()));
            part.put("knownFrom", known.source());
        }
        var target = around.targets().get(key);
        if (target != null) {
            part.put("target", Figure.plain(target));
        }
        var reasonFor = new LinkedHashMap<String, Object>();
        for (var check : around.checks()) {
            if (check.kind().equals("DROP_OVER") && indicator.isStock()) {
                around.previous().amount(key).ifPresent(previous -> {
                    reasonFor.put("dropOver", Figure.plain(check.threshold()));
                    reasonFor.put("against", "previous");
                    reasonFor.put("previous", Figure.plain(previous));
                });
            }
            if (check.kind().equals("JUMP_OVER") && indicator.isFlow() && comparable(check, key, around)) {
                reasonFor.put("jumpOver", Figure.plain(check.threshold()));
            }
        }
        if (!reasonFor.isEmpty()) {
            part.put("reasonFor", reasonFor);
        }
    }

    /** Whether last year's figure is large enough to compare with. */
    static boolean comparable(ReportRules.Check check, String key, Surroundings around) {
        var floor = check.floor() == null ? BigDecimal.ZERO : check.floor();
        return around.lastYear()
                .amount(key)
                .filter(amount -> amount.compareTo(floor) >= 0)
                .isPresent();
    }

    private static Map<String, Object> asStated(Figure figure) {
        return figure.amount() == null
                ? Map.of("notStated", true)
                : Map.of(
                        "value",
                        Figure.plain(figure.amount()),
                        "qualifier",
                        figure.qualifier().code());
    }
}
