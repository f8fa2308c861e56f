package vn.lantoa.rulebook.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.RuleSentence;

/** Speaks the sentences of the rulebook in the reader's language. */
@Component
class RuleWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MessageSource messages;

    RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Object part, Locale locale) {
        if (part instanceof RuleSentence sentence) {
            var args = sentence.args().stream().map(arg -> of(arg, locale)).toArray();
            return messages.getMessage(sentence.message(), args, locale);
        }
        return part instanceof LocalDate day ? day.format(DAY) : String.valueOf(part);
    }
}
