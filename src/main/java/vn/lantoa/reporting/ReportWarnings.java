package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a superior should read before accepting a report, in words. A warning is: a figure that moved so far that its form asks for a reason
 * (a stock that fell, a flow that jumped), or that carries a reason; a required figure that is not stated; a hard rule that the figures
 * break since something beside them changed; subordinates that are not in the sums. That a report came late or was entered by a superior is
 * none: its figures are no worse for it.
 */
@Component
class ReportWarnings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReportBackground background;
    private final Statements statements;
    private final ReportWords words;

    ReportWarnings(ReportBackground background, Statements statements, ReportWords words) {
        this.background = background;
        this.statements = statements;
        this.words = words;
    }

    /** Those of each report, in the order of the outline; none when it may be accepted as it is. */
    Map<ReportId, List<String>> of(List<Report> reports, Locale locale) {
        var figures = statements.figuresOf(reports);
        return reports.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Report::id, report -> of(report, figures.get(report.id()), locale)));
    }

    private List<String> of(Report report, Figures figures, Locale locale) {
        var around = background.surroundings(report, FigureSheet.Mode.REVIEW);
        var warnings = new ArrayList<String>();
        for (var indicator : background.indicators(report)) {
            for (var key : indicator.keys()) {
                figures.find(key)
                        .flatMap(figure -> warning(figure, indicator, key, around, locale))
                        .ifPresent(warnings::add);
            }
            if (indicator.byRecipient()) {
                figures.find(indicator.code())
                        .flatMap(total -> warning(total, indicator, indicator.code(), around, locale))
                        .ifPresent(warnings::add);
            }
        }
        background.violations(report, figures, around).forEach(broken -> warnings.add(words.of(broken, locale)));
        gaps(around.below(), locale).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }

    private Optional<String> warning(
            Figure figure, Indicator indicator, String key, FigureSheet.Surroundings around, Locale locale) {
        var name = name(indicator, key, locale);
        if (figure.statement() == Figure.Statement.NOT_STATED) {
            return indicator.required()
                    ? Optional.of(words.of("report.warning.not-stated", locale, name))
                    : Optional.empty();
        }
        var moved = moved(figure, indicator, key, around, name, locale);
        if (figure.reason() == null) {
            return moved;
        }
        var reason = words.of("report.warning.reason", locale, figure.reason());
        return Optional.of(
                moved.orElseGet(() -> words.of("report.warning.reasoned", locale, name, shown(figure))) + " " + reason);
    }

    private Optional<String> moved(
            Figure figure,
            Indicator indicator,
            String key,
            FigureSheet.Surroundings around,
            String name,
            Locale locale) {
        for (var check : around.checks()) {
            if (check.kind().equals("DROP_OVER") && indicator.isStock() && fell(figure, key, check, around)) {
                var before = shown(around.previous().find(key).orElseThrow());
                return Optional.of(words.of("report.warning.drop", locale, name, shown(figure), plain(check), before));
            }
            if (check.kind().equals("JUMP_OVER") && indicator.isFlow() && jumped(figure, key, check, around)) {
                var before = shown(around.lastYear().find(key).orElseThrow());
                return Optional.of(words.of("report.warning.jump", locale, name, shown(figure), plain(check), before));
            }
        }
        return Optional.empty();
    }

    private static boolean fell(Figure figure, String key, ReportRules.Check check, FigureSheet.Surroundings around) {
        return around.previous()
                .amount(key)
                .filter(before -> figure.amount() != null)
                .filter(before -> before.subtract(figure.amount())
                                .multiply(HUNDRED)
                                .compareTo(check.threshold().multiply(before))
                        > 0)
                .isPresent();
    }

    private static boolean jumped(Figure figure, String key, ReportRules.Check check, FigureSheet.Surroundings around) {
        return FigureSheet.comparable(check, key, around)
                && around.lastYear()
                        .amount(key)
                        .filter(before -> before.signum() > 0 && figure.amount() != null)
                        .filter(before -> figure.amount()
                                                .compareTo(check.threshold().multiply(before))
                                        > 0
                                || figure.amount().multiply(check.threshold()).compareTo(before) < 0)
                        .isPresent();
    }

    private Optional<String> gaps(SubordinateSums.Basis below, Locale locale) {
        var counted = below.accepted() + below.included();
        return below.expected() > counted
                ? Optional.of(words.of("report.warning.gaps", locale, counted, below.expected()))
                : Optional.empty();
    }

    private String name(Indicator indicator, String key, Locale locale) {
        var recipient = key.equals(indicator.code())
                ? ""
                : ", "
                        + words.of(
                                "report.recipient."
                                        + key.substring(indicator.code().length() + 1),
                                locale);
        return indicator.name() + recipient + " (" + indicator.code() + ")";
    }

    private static String shown(Figure figure) {
        return FigureText.write(figure.asAnswer());
    }

    private static String plain(ReportRules.Check check) {
        return Figure.plain(check.threshold()).toPlainString();
    }
}
