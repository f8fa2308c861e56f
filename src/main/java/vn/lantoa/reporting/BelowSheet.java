package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sets beside each figure of a form what the subordinates add up to, and lets whoever enters start from it. */
final class BelowSheet {

    private BelowSheet() {}

    /** How many subordinates are in the sums; empty for a unit of which none was asked. */
    static Optional<Map<String, Object>> head(Report report, SubordinateSums.Basis basis) {
        if (basis.expected() == 0) {
            return Optional.empty();
        }
        return Optional.of(Map.of(
                "expected", basis.expected(),
                "accepted", basis.accepted(),
                "included", basis.included(),
                "awaiting", basis.awaiting(),
                "address", "/reports/" + report.id() + "/consolidation"));
    }

    /** What stands beside one figure; empty where no subordinate said anything. */
    static Optional<Map<String, Object>> beside(Report report, String key, SubordinateSums.Basis basis) {
        return basis.find(key).map(total -> {
            var beside = new LinkedHashMap<String, Object>();
            if (total.isSum()) {
                beside.put("sum", Figure.plain(total.amount()));
            } else if (total.amount() != null) {
                beside.put("least", Figure.plain(total.amount()));
                beside.put("most", Figure.plain(total.most()));
            }
            total.floor().ifPresent(floor -> beside.put("floor", Figure.plain(floor)));
            beside.put("qualifier", total.qualifier().code());
            beside.put("units", total.stated());
            beside.put("notStated", total.notStated());
            beside.put("pending", total.pending());
            beside.put("carried", total.carried());
            beside.put("address", "/reports/" + report.id() + "/consolidation/" + key);
            return beside;
        });
    }

    /**
     * Completes the answers of a form: each figure with a sum gets the unit's own part, and when somebody enters, the value is the sum of
     * today with that part on top. What the unit said to be not stated or awaiting a decision stays so.
     */
    static void start(
            Map<String, Object> answers,
            Figures said,
            SubordinateSums.Basis basis,
            Map<String, BigDecimal> own,
            boolean entering) {
        basis.byKey().forEach((key, total) -> {
            var figure = said.find(key);
            if (!total.isSum()
                    || figure.filter(stated -> stated.amount() == null).isPresent()) {
                return;
            }
            var mine = own.get(key);
            if (figure.isEmpty() && entering) {
                var answer = total.asFigure().orElseThrow().asAnswer();
                answer.put("own", BigDecimal.ZERO);
                answers.put(key, answer);
            } else if (figure.isPresent() && mine != null) {
                var stated = figure.get();
                var answer = stated.asAnswer();
                if (entering) {
                    answer.put("value", Figure.plain(total.amount().add(mine)));
                    answer.put(
                            "qualifier",
                            stated.qualifier().with(total.qualifier()).code());
                }
                answer.put("own", Figure.plain(mine));
                answers.put(key, answer);
            }
        });
    }
}
