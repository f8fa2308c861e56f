package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one statement of a report.
 *
 * @param byKey by {@code D3} or {@code G1.collective}; what nobody said anything about is absent
 */
public record Figures(Map<String, Figure> byKey) {

    /** Nothing is said. */
    public static final Figures NONE = new Figures(Map.of());

    /** Reads what the form accepted under {@code figures}. */
    static Figures ofAnswers(Object answers) {
        var figures = new LinkedHashMap<String, Figure>();
        if (answers instanceof Map<?, ?> given) {
            given.forEach((key, answer) -> {
                if (answer instanceof Map<?, ?> figure) {
                    Figure.ofAnswer(figure).ifPresent(read -> figures.put((String) key, read));
                }
            });
        }
        return new Figures(figures);
    }

    /** What is said under {@code D3} or {@code G1.collective}; empty when nobody said anything. */
    public Optional<Figure> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<BigDecimal> amount(String key) {
        return find(key).map(Figure::amount);
    }

    /** These figures with the leader's changes in them, each change marked. */
    Figures correctedBy(Figures changes) {
        var figures = new LinkedHashMap<>(byKey);
        changes.byKey.forEach((key, change) -> {
            if (!change.saysTheSameAs(byKey.get(key))) {
                figures.put(key, change.withoutNote().markedCorrected());
            }
        });
        return new Figures(figures);
    }

    /** With the ratios recomputed from what is stated; a ratio is never entered and never added up. */
    Figures withRatios(Collection<Indicator> indicators) {
        var figures = new LinkedHashMap<>(byKey);
        indicators.stream().filter(indicator -> indicator.derived() != null).forEach(ratio -> ratio(ratio)
                .ifPresent(figure -> figures.put(ratio.code(), figure)));
        return new Figures(figures);
    }

    private Optional<Figure> ratio(Indicator ratio) {
        var terms = ratio.derived().split("/");
        var numerator = amount(terms[0]);
        var denominator = amount(terms[1]).filter(value -> value.signum() > 0);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        var percent = numerator.get().movePointRight(2).divide(denominator.get(), 2, RoundingMode.HALF_UP);
        return Optional.of(Figure.exactly(percent));
    }

    /** As the form shows them and the API answers them. */
    public Map<String, Object> asAnswers() {
        var answers = new LinkedHashMap<String, Object>();
        byKey.forEach((key, figure) -> answers.put(key, figure.asAnswer()));
        return answers;
    }
}
