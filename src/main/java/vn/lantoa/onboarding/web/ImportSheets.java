package vn.lantoa.onboarding.web;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.document.ListFile;
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

    ListFile list(List<ImportPages.Line> lines, Locale locale) {
        return ListFile.of(
                text("onboarding.sent", locale),
                "tep-da-gui",
                List.of(
                        new Column(text("onboarding.file.name", locale), 40),
                        new Column(text("onboarding.state", locale), 24),
                        new Column(text("onboarding.when", locale), 20),
                        new Column(text("onboarding.who", locale), 34),
                        new Column(text("onboarding.units.new", locale), 14),
                        new Column(text("onboarding.people.new", locale), 14)),
                messages.getMessage("file.cut", new Object[] {ListFile.MOST_ROWS}, locale),
                lines.stream()
                        .map(line -> List.of(
                                Value.of(line.file()),
                                Value.of(text("onboarding.state." + line.state(), locale)),
                                Value.of(line.when()),
                                Value.of(line.who()),
                                Value.of(line.sums().unitsNew()),
                                Value.of(line.sums().peopleNew())))
                        .toList());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
