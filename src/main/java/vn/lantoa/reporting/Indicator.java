package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.List;

/**
 * One figure asked for, as it stood in the catalogue when the report was opened (DOMAIN §3.4).
 *
 * @param kind {@code stock} stands at the end of the period, {@code flow} happened in it, {@code ratio} is recomputed
 * @param byRecipient whether collectives and individuals are told apart
 * @param derived {@code E3/E2} for a ratio, else null
 */
public record Indicator(
        String code,
        int position,
        String section,
        String sectionTitle,
        String name,
        String unit,
        String kind,
        String rollUp,
        boolean yearOnly,
        boolean pendingAllowed,
        boolean integer,
        boolean byRecipient,
        boolean required,
        String derived) {

    static final List<String> RECIPIENTS = List.of("collective", "individual");

    boolean isStock() {
        return kind.equals("stock");
    }

    boolean isFlow() {
        return kind.equals("flow");
    }

    /** The keys under which it is answered: its code, or one key for each kind of recipient. */
    public List<String> keys() {
        return byRecipient
                ? RECIPIENTS.stream().map(recipient -> code + "." + recipient).toList()
                : List.of(code);
    }

    /** A zero where a nil report says that nothing arose. */
    static Figure nothingArose() {
        return Figure.exactly(BigDecimal.ZERO);
    }
}
