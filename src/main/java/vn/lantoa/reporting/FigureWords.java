package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;

/** A figure as people read it: "trên 8.000", "không có số liệu"; the same words as in the form. */
@Component
public class FigureWords {

    private static final int MOST_DECIMALS = 6;

    private final MessageSource messages;

    FigureWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param figure null when nobody said anything, which reads as an empty text */
    public String of(Figure figure, Locale locale) {
        if (figure == null) {
            return "";
        }
        return switch (figure.statement()) {
            case NOT_STATED -> messages.getMessage("report.figure.not-stated", null, locale);
            case PENDING -> messages.getMessage("report.figure.pending", null, locale);
            case STATED -> (qualifier(figure.qualifier(), locale) + " " + number(figure.amount(), locale)).strip();
        };
    }

    /** {@code 1.234,5} in Vietnamese, {@code 1,234.5} in English. */
    public static String number(BigDecimal amount, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(amount);
    }

    private String qualifier(Qualifier qualifier, Locale locale) {
        return qualifier == Qualifier.EXACT
                ? ""
                : messages.getMessage("report.qualifier." + qualifier.code(), null, locale);
    }
}
