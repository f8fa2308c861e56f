package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.reporting.FigureWords;
import vn.lantoa.reporting.SubordinateSums.Total;

/** A sum as people read it: "trên 8.000", "không có số liệu"; of kinds, from the least to the most. */
@Component
public class TotalWords {

    private final FigureWords words;
    private final MessageSource messages;

    TotalWords(FigureWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** {@code 1.234,5} in Vietnamese, {@code 1,234.5} in English. */
    public String number(BigDecimal amount, Locale locale) {
        return FigureWords.number(amount, locale);
    }

    /** The Vietnamese day of a moment. */
    public String day(Instant at) {
        return WrittenDay.of(at.atZone(VietnamTime.ZONE).toLocalDate());
    }

    /** @param total null where no subordinate said anything, which reads as an empty text */
    public String of(Total total, Locale locale) {
        if (total == null) {
            return "";
        }
        return total.asFigure().map(figure -> words.of(figure, locale)).orElseGet(() -> {
            var range =
                    new Object[] {FigureWords.number(total.amount(), locale), FigureWords.number(total.most(), locale)};
            return messages.getMessage("report.consolidation.range", range, locale);
        });
    }
}
