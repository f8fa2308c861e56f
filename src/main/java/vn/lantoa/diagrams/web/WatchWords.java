package vn.lantoa.diagrams.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.diagrams.watch.StepLoad;
import vn.lantoa.dossier.DossierKey;

/** What is seen of processes at work, in the reader's language. */
@Component
class WatchWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final MessageSource messages;

    WatchWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What the drawing's element shows of a step and says of it in its list. */
    record Mark(String step, String label, String sentence, boolean failed) {}

    Mark mark(StepLoad load, Locale locale) {
        var days = days(load.days(), locale);
        var label = load.days().isPresent()
                ? say("process.watch.mark", locale, load.cases(), days)
                : say("process.watch.mark.cases", locale, load.cases());
        var sentence = load.days().isPresent()
                ? say("process.watch.sentence", locale, load.cases(), days)
                : say("process.watch.sentence.cases", locale, load.cases());
        return load.failed() == 0
                ? new Mark(load.step(), label, sentence, false)
                : new Mark(
                        load.step(),
                        label + " · " + say("process.watch.mark.failed", locale, load.failed()),
                        sentence + "; " + say("process.watch.mark.failed", locale, load.failed()),
                        true);
    }

    /** A case in a list: the number of its dossier, and whose it is. */
    public String called(Optional<DossierKey> dossier, Map<DossierKey, String> units, Locale locale) {
        return dossier.map(key -> units.containsKey(key)
                        ? say("process.case.of", locale, key.id(), units.get(key))
                        : say("process.case.unnamed", locale, key.id()))
                .orElseGet(() -> say("process.case.nameless", locale));
    }

    public String days(Optional<BigDecimal> days, Locale locale) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return days.map(format::format).orElse("–");
    }

    public String moment(Instant moment) {
        return MOMENT.format(LocalDateTime.ofInstant(moment, VietnamTime.ZONE));
    }

    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
