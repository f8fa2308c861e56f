package vn.lantoa.onboarding;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.document.Workbook;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitKind;

/** The workbook to fill in: one sheet of headings, one of explanations. */
@Component
public class ImportTemplate {

    private static final List<Integer> WIDTHS = List.of(16, 42, 26, 16, 18, 15, 26, 22, 12, 18, 28, 24, 22, 18);

    private final MessageSource messages;

    ImportTemplate(MessageSource messages) {
        this.messages = messages;
    }

    /** Writes the workbook for a branch. */
    public void write(Unit branch, Locale locale, OutputStream out) {
        try (var book = new Workbook()) {
            var sheet = book.sheet(text("onboarding.template.sheet", locale), columns(branch, locale));
            sheet.row(List.of());
            explanations(book, branch, locale);
            book.write(out);
        }
    }

    private List<Column> columns(Unit branch, Locale locale) {
        var fields = ImportField.values();
        return java.util.stream.IntStream.range(0, fields.length)
                .mapToObj(i -> new Column(
                        text("onboarding.field." + fields[i], locale),
                        WIDTHS.get(i),
                        fields[i] == ImportField.POST ? posts(locale) : List.of()))
                .toList();
    }

    private void explanations(Workbook book, Unit branch, Locale locale) {
        var sheet = book.sheet(
                text("onboarding.template.help", locale),
                List.of(text("onboarding.template.intro", locale, branch.name(), branch.code())),
                List.of(
                        new Column(text("onboarding.template.column", locale), 26),
                        new Column(text("onboarding.template.meaning", locale), 90)));
        for (var field : ImportField.values()) {
            sheet.row(List.of(
                    Value.of(text("onboarding.field." + field, locale)),
                    Value.of(text("onboarding.help." + field, locale))));
        }
        sheet.row(List.of());
        sheet.row(List.of(
                Value.of(text("onboarding.field.KIND", locale)), Value.of(String.join("; ", kinds(branch, locale)))));
        sheet.row(List.of(Value.of(text("onboarding.field.POST", locale)), Value.of(String.join("; ", posts(locale)))));
        sheet.row(List.of());
        sheet.row(List.of(
                Value.of(text("onboarding.template.example", locale)),
                Value.of(text("onboarding.template.example.text", locale, branch.code()))));
    }

    private List<String> kinds(Unit branch, Locale locale) {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.level() > branch.level())
                .map(kind -> text("unit.kind." + kind, locale))
                .toList();
    }

    private List<String> posts(Locale locale) {
        return Arrays.stream(Post.values())
                .filter(post -> post != Post.ADMINISTRATOR)
                .map(post -> text("post." + post.code(), locale))
                .toList();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
