package vn.lantoa.onboarding.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.onboarding.ImportFault;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.onboarding.UnitImport;

/** What is wrong, and what to do, in words. */
@Component
class FaultWords {

    private final MessageSource messages;

    FaultWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(ImportFault fault, Locale locale) {
        var shown = fault.reason() == Reason.WRONG_LEVEL
                ? messages.getMessage("unit.kind." + fault.shown(), null, fault.shown(), locale)
                : fault.shown();
        return messages.getMessage("onboarding.fault." + fault.reason(), new Object[] {shown, fault.other()}, locale);
    }

    /** Why an import stands where it stands; null when nothing stopped it. */
    String refusal(UnitImport imported, Locale locale) {
        if (imported.refusal() == null) {
            return null;
        }
        var where = String.join(", ", imported.refusalWhere());
        if (imported.refusal().endsWith("MISSING_COLUMNS")) {
            where = Arrays.stream(where.split(","))
                    .map(field -> messages.getMessage("onboarding.field." + field, null, locale))
                    .collect(Collectors.joining(", "));
        } else if (imported.refusal().endsWith("UNDO_BLOCKED")) {
            where = "";
        }
        return messages.getMessage(imported.refusal(), new Object[] {where}, locale);
    }

    /** One thing that stands in the way of undoing, from {@code what|count|name}. */
    String obstacle(String line, Locale locale) {
        var parts = line.split("\\|", 3);
        return messages.getMessage("dependents." + parts[0], new Object[] {Long.parseLong(parts[1]), parts[2]}, locale);
    }
}
