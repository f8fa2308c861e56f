package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hard rules between figures (DOMAIN §3.4): what is certainly impossible is refused; "trên", "gần", "hơn" leave room. */
final class FigureRules {

    private final List<ReportRules.Check> checks;
    private final Map<String, Indicator> indicators;

    FigureRules(List<ReportRules.Check> checks, Collection<Indicator> indicators) {
        this.checks = checks;
        this.indicators = indicators.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    /**
     * What figures are held against.
     *
     * @param half the same year's first half when the report is the year's; nothing otherwise
     * @param communes how many communes lie in the unit's territory, when known
     */
    record Background(Figures half, Optional<Integer> communes) {}

    /** All violations, each at the figure that is too large, too small or does not add up. */
    List<Refusal> violations(Figures figures, Background background) {
        var found = new ArrayList<Refusal>();
        for (var check : checks) {
            switch (check.kind()) {
                case "NOT_ABOVE" -> notAbove(check, figures).ifPresent(found::add);
                case "TOTAL" -> total(check, figures).ifPresent(found::add);
                case "YEAR_NOT_BELOW_HALF" -> found.addAll(belowHalf(figures, background.half()));
                case "WITHIN_COMMUNES" ->
                    communes(check, figures, background.communes()).ifPresent(found::add);
                default -> {
                    // Soft rules are part of the form: it asks for the reason while one types.
                }
            }
        }
        return found;
    }

    private Optional<Refusal> notAbove(ReportRules.Check check, Figures figures) {
        var part = figures.find(check.subject()).flatMap(Figure::atLeast);
        var whole = figures.find(check.against()).flatMap(Figure::atMost);
        if (part.isEmpty() || whole.isEmpty() || part.get().compareTo(whole.get()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                refusal(check.subject(), "report.rule.not-above", name(check.subject()), name(check.against())));
    }

    private Optional<Refusal> total(ReportRules.Check check, Figures figures) {
        var total = figures.find(check.subject());
        if (total.isEmpty()) {
            return Optional.empty();
        }
        var parts = Arrays.stream(check.against().split(" "))
                .map(figures::find)
                .flatMap(Optional::stream)
                .toList();
        var certain = sum(parts, Figure::atLeast);
        var tooSmall = total.get().atMost().filter(most -> most.compareTo(certain) < 0);
        var whole = parts.size() == check.against().split(" ").length
                && parts.stream().allMatch(part -> part.atMost().isPresent());
        var tooLarge = total.get().atLeast().filter(least -> whole && least.compareTo(sum(parts, Figure::atMost)) > 0);
        if (tooSmall.isEmpty() && tooLarge.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(refusal(
                check.subject(),
                "report.rule.total",
                name(check.subject()),
                Figure.plain(certain).toPlainString()));
    }

    private List<Refusal> belowHalf(Figures figures, Figures half) {
        return figures.byKey().entrySet().stream()
                .filter(entry ->
                        indicator(entry.getKey()).filter(Indicator::isFlow).isPresent())
                .filter(entry -> {
                    var year = entry.getValue().atMost();
                    var before = half.find(entry.getKey()).flatMap(Figure::atLeast);
                    return year.isPresent() && before.isPresent() && year.get().compareTo(before.get()) < 0;
                })
                .map(entry -> refusal(
                        entry.getKey(),
                        "report.rule.year-below-half",
                        name(entry.getKey()),
                        Figure.plain(half.amount(entry.getKey()).orElseThrow()).toPlainString()))
                .toList();
    }

    private Optional<Refusal> communes(ReportRules.Check check, Figures figures, Optional<Integer> communes) {
        return communes.filter(count -> figures.find(check.subject())
                        .flatMap(Figure::atLeast)
                        .filter(value -> value.compareTo(BigDecimal.valueOf(count)) > 0)
                        .isPresent())
                .map(count -> refusal(check.subject(), "report.rule.communes", count.toString()));
    }

    private static BigDecimal sum(List<Figure> parts, Function<Figure, Optional<BigDecimal>> bound) {
        return parts.stream().map(bound).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<Indicator> indicator(String key) {
        var dot = key.indexOf('.');
        return Optional.ofNullable(indicators.get(dot < 0 ? key : key.substring(0, dot)));
    }

    private String name(String key) {
        return indicator(key).map(Indicator::name).orElse(key) + " (" + key + ")";
    }

    private static Refusal refusal(String key, String message, Object... args) {
        return new Refusal("figures." + key, message, List.of(args));
    }
}
