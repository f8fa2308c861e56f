package vn.lantoa.reporting.letter;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
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
import vn.lantoa.form.Qualifier;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Figures;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.SubordinateSums;

/** Sections I to VI and the annex of a report's letter (DOMAIN §3.3, §5.4 T4). What was not stated stays so. */
class ReportLetterBody {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Map<String, List<Indicator>> bySection = new LinkedHashMap<>();
    private final Figures figures;
    private final Map<String, String> texts;
    private final Below below;
    private final MessageSource messages;

    /** On what the figures of a unit with subordinates stand, and its own part of each. */
    record Below(SubordinateSums.Basis basis, Map<String, BigDecimal> own) {

        static final Below NOTHING = new Below(SubordinateSums.Basis.NONE, Map.of());
    }

    ReportLetterBody(
            List<Indicator> indicators,
            Figures figures,
            Map<String, String> texts,
            Below below,
            MessageSource messages) {
        this.below = below;
        indicators.forEach(indicator -> bySection
                .computeIfAbsent(indicator.section(), section -> new ArrayList<>())
                .add(indicator));
        this.figures = figures;
        this.texts = texts;
        this.messages = messages;
    }

    /** The sections in the order of the outline. */
    List<Map<String, Object>> sections() {
        var sections = new ArrayList<Map<String, Object>>();
        bySection.keySet().stream().filter(section -> !section.contains(".")).forEach(section -> {
            var said = new ArrayList<Map<String, Object>>();
            if (section.equals("II")) {
                said.addAll(paragraphs("leadership"));
            }
            if (section.equals("I")) {
                said.addAll(coverage());
            }
            said.addAll(sentences(section));
            sections.add(section(section + ". " + title(section), said, List.of()));
        });
        sections.add(section(word("section.III"), List.of(), results()));
        sections.add(section(
                word("section.IV"),
                List.of(),
                List.of(
                        part("IV.1", "strengths"),
                        part("IV.2", "shortcomings"),
                        part("IV.3", "causes"),
                        part("IV.4", "lessons"))));
        sections.add(section(word("section.V"), paragraphs("plans"), List.of()));
        sections.add(section(word("section.VI"), paragraphs("proposals"), List.of()));
        return sections;
    }

    /** The annex: a row for each section, below it one for each figure. */
    List<Map<String, Object>> rows() {
        var rows = new ArrayList<Map<String, Object>>();
        var place = new int[1];
        bySection.forEach((section, indicators) -> {
            rows.add(row(section, title(section), "", "", ""));
            for (var indicator : indicators) {
                for (var key : indicator.keys()) {
                    var figure = figures.find(key);
                    rows.add(row(
                            String.valueOf(++place[0]),
                            name(indicator, key),
                            indicator.unit(),
                            figure.map(this::inWords).orElse(""),
                            note(key, figure.map(Figure::reason).orElse(null))));
                }
            }
        });
        return rows;
    }

    /** Of how many subordinates' reports the figures are made; nothing for a unit of which none was asked. */
    private List<Map<String, Object>> coverage() {
        var basis = below.basis();
        return basis.expected() == 0
                ? List.of()
                : List.of(Map.of("text", word("coverage", basis.accepted() + basis.included(), basis.expected())));
    }

    /** The reason of a figure; and where subordinates' figures are in it, the unit's own part. */
    private String note(String key, String reason) {
        var own = below.own().get(key);
        var part = own == null || own.signum() == 0 ? null : word("own-part", number(own));
        return Stream.of(part, reason).filter(Objects::nonNull).collect(Collectors.joining("; "));
    }

    private List<Map<String, Object>> results() {
        var parts = new ArrayList<Map<String, Object>>();
        bySection.keySet().stream()
                .filter(section -> section.startsWith("III."))
                .forEach(section -> parts.add(
                        section(section.substring("III.".length()) + ". " + title(section), sentences(section))));
        return parts;
    }

    private Map<String, Object> part(String place, String field) {
        return section(word("section." + place), paragraphs(field));
    }

    /** One line a figure that is stated; the last ends with a full stop. */
    private List<Map<String, Object>> sentences(String section) {
        var lines = new ArrayList<String>();
        for (var indicator : bySection.get(section)) {
            for (var key : indicator.keys()) {
                figures.find(key)
                        .filter(figure -> figure.statement() != Figure.Statement.NOT_STATED)
                        .ifPresent(figure -> lines.add("- " + name(indicator, key) + ": " + inWords(figure)
                                + (figure.amount() == null ? "" : " " + indicator.unit())));
            }
        }
        if (lines.isEmpty()) {
            return List.of(Map.of("text", word("nothing-stated")));
        }
        var sentences = new ArrayList<Map<String, Object>>();
        for (var line = 0; line < lines.size(); line++) {
            sentences.add(Map.of("text", lines.get(line) + (line == lines.size() - 1 ? "." : ";")));
        }
        return sentences;
    }

    private List<Map<String, Object>> paragraphs(String field) {
        var text = Optional.ofNullable(texts.get(field)).filter(written -> !written.isBlank());
        return text.map(written -> written.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> Map.<String, Object>of("text", line.strip()))
                        .toList())
                .orElseGet(() -> List.of(Map.of("text", word("nothing-written"))));
    }

    private String inWords(Figure figure) {
        return switch (figure.statement()) {
            case NOT_STATED -> word("not-stated");
            case PENDING -> word("pending");
            case STATED -> {
                var qualifier =
                        figure.qualifier() == Qualifier.EXACT ? "" : word("qualifier." + figure.qualifier()) + " ";
                yield qualifier + number(figure.amount());
            }
        };
    }

    private static String number(BigDecimal amount) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(VIETNAMESE)).format(amount);
    }

    private String name(Indicator indicator, String key) {
        var dot = key.indexOf('.');
        if (dot < 0) {
            return indicator.name();
        }
        var recipient = messages.getMessage("report.recipient." + key.substring(dot + 1), null, VIETNAMESE);
        return indicator.name() + " (" + recipient + ")";
    }

    private String title(String section) {
        return bySection.get(section).get(0).sectionTitle();
    }

    private static Map<String, Object> section(String heading, List<Map<String, Object>> paragraphs) {
        return Map.of("heading", heading, "paragraphs", paragraphs);
    }

    private static Map<String, Object> section(
            String heading, List<Map<String, Object>> paragraphs, List<Map<String, Object>> parts) {
        return Map.of("heading", heading, "paragraphs", paragraphs, "parts", parts);
    }

    private static Map<String, Object> row(String place, String name, String unit, String value, String note) {
        return Map.of("place", place, "name", name, "unit", unit, "value", value, "note", note);
    }

    private String word(String key, Object... args) {
        return messages.getMessage("report.letter." + key, args, VIETNAMESE);
    }
}
