package vn.lantoa.form;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.lantoa.form.Acceptance.FieldError;

/** Says a finding in the reader's language; the island says the same sentences (messages.json). */
final class FormMessages {

    private static final ResourceBundleMessageSource TEXTS = new ResourceBundleMessageSource();

    static {
        TEXTS.setBasename("messages");
        TEXTS.setDefaultEncoding("UTF-8");
        TEXTS.setFallbackToSystemLocale(false);
        TEXTS.setUseCodeAsDefaultMessage(true);
    }

    private FormMessages() {}

    static FieldError say(Finding finding, Locale locale) {
        return new FieldError(finding.key(), text(finding, locale));
    }

    private static String text(Finding finding, Locale locale) {
        if (finding.code().equals("pattern") && !finding.args().get(0).isEmpty()) {
            return finding.args().get(0);
        }
        return TEXTS.getMessage(
                "form.error." + finding.code(), shown(finding, locale).toArray(), locale);
    }

    private static List<String> shown(Finding finding, Locale locale) {
        boolean quoted = finding.code().equals("figures.ambiguous");
        boolean english = locale.getLanguage().equals("en");
        return finding.args().stream()
                .map(arg -> !quoted && arg.matches("\\d+(\\.\\d+)?") ? VietnameseNumber.show(arg, english) : arg)
                .toList();
    }
}
