package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.KnownFigures;

/** What the installation knows itself of a report's figures: the form starts from it, and who states another number says why. */
@Component
class KnownCounts {

    private final List<KnownFigures> known;

    KnownCounts(List<KnownFigures> known) {
        this.known = known;
    }

    /** One figure; {@code source} says where it comes from. */
    record Known(BigDecimal amount, String source) {}

    /** By key, of what the unit itself did in the report's span. */
    Map<String, Known> of(Report report) {
        var all = new HashMap<String, Known>();
        for (var one : known) {
            one.of(report.unit(), report.from(), report.to())
                    .forEach((key, count) -> all.put(key, new Known(BigDecimal.valueOf(count), one.source())));
        }
        return all;
    }

    /** Figures that say another number of the unit's own part than what is known, without a reason. */
    List<Refusal> differing(Map<String, Known> counts, Figures figures, SubordinateSums.Basis below) {
        var found = new ArrayList<Refusal>();
        counts.forEach((key, count) -> figures.find(key)
                .filter(figure -> figure.reason() == null && differs(figure, count, key, below))
                .ifPresent(figure -> found.add(new Refusal(
                        "figures." + key,
                        "report.rule.known." + count.source(),
                        List.of(count.amount().toPlainString())))));
        return found;
    }

    private static boolean differs(Figure figure, Known count, String key, SubordinateSums.Basis below) {
        if (figure.amount() == null) {
            return true;
        }
        if (isRange(key, below)) {
            return figure.amount().compareTo(count.amount()) < 0;
        }
        var sum = below.find(key).filter(SubordinateSums.Total::isSum).map(SubordinateSums.Total::amount);
        return figure.amount().subtract(sum.orElse(BigDecimal.ZERO)).compareTo(count.amount()) != 0;
    }

    /** Kinds that may be the same in two units: the unit's own part cannot be told apart from the whole, which is at least as many. */
    private static boolean isRange(String key, SubordinateSums.Basis below) {
        return below.find(key)
                .filter(total -> total.amount() != null && !total.isSum())
                .isPresent();
    }

    /**
     * Completes the answers of a form for who enters: a figure not said yet starts from what is known, on top of the subordinates' sum;
     * where those give a range of kinds the officer says how many there are.
     *
     * @param answers by key, as {@link BelowSheet#start} left them
     */
    static void start(
            Map<String, Object> answers, Figures said, Map<String, Known> counts, SubordinateSums.Basis below) {
        counts.forEach((key, count) -> {
            if (said.find(key).isEmpty() && !isRange(key, below)) {
                var sum = below.find(key).filter(SubordinateSums.Total::isSum);
                var figure = sum.flatMap(SubordinateSums.Total::asFigure)
                        .map(total -> total.plus(count.amount()))
                        .orElseGet(() -> Figure.exactly(count.amount()));
                var answer = figure.asAnswer();
                sum.ifPresent(total -> answer.put("own", Figure.plain(count.amount())));
                answers.put(key, answer);
            }
        });
    }
}
