package vn.lantoa.onboarding.web;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.document.Workbook;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.onboarding.ImportFault.Weight;
import vn.lantoa.onboarding.ImportTemplate;
import vn.lantoa.onboarding.Imports;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Unit;

/** What the pages give to take away. */
@Component
class ImportSheets {

    private static final int PAGE = 1_000;

    private final Imports imports;
    private final ImportTemplate template;
    private final FaultWords words;
    private final MessageSource messages;

    ImportSheets(Imports imports, ImportTemplate template, FaultWords words, MessageSource messages) {
        this.imports = imports;
        this.template = template;
        this.words = words;
        this.messages = messages;
    }

    void template(Unit unit, Locale locale, OutputStream out) {
        template.write(unit, locale, out);
    }

    void faults(Actor actor, long id, Locale locale, OutputStream out) {
        try (var book = new Workbook()) {
            for (var weight : Weight.values()) {
                var sheet = book.sheet(
                        text("onboarding.weight." + weight, locale),
                        List.of(
                                new Column(text("onboarding.faults.row", locale), 8),
                                new Column(text("onboarding.faults.column", locale), 8),
                                new Column(text("onboarding.faults.shown", locale), 40),
                                new Column(text("onboarding.faults.what", locale), 100)));
                for (var skip = 0; ; skip += PAGE) {
                    var page = imports.faults(actor, id, weight, skip, PAGE);
                    page.forEach(fault -> sheet.row(List.of(
                            Value.of(fault.row()),
                            Value.of(fault.column()),
                            Value.of(fault.shown()),
                            Value.of(words.of(fault, locale)))));
                    if (page.size() < PAGE) {
                        break;
                    }
                }
            }
            book.write(out);
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
