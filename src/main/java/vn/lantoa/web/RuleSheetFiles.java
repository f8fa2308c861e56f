package vn.lantoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.rulebook.RuleSheets;

/** The rulebook's tables as every other list's XLSX. */
@Component
class RuleSheetFiles implements RuleSheets {

    private final MessageSource messages;

    RuleSheetFiles(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void send(HttpServletResponse response, String title, String name, List<Column> columns, List<List<?>> rows)
            throws IOException {
        var cut = messages.getMessage("file.cut", new Object[] {ListFile.MOST_ROWS}, LocaleContextHolder.getLocale());
        ListFile.of(
                        title,
                        name,
                        columns.stream()
                                .map(column -> new Workbook.Column(column.title(), column.width()))
                                .toList(),
                        cut,
                        rows.stream()
                                .map(row ->
                                        row.stream().map(RuleSheetFiles::value).toList())
                                .toList())
                .send(response);
    }

    private static Value value(Object cell) {
        return cell instanceof LocalDate day ? Value.of(day) : Value.of(cell == null ? "" : cell.toString());
    }
}
