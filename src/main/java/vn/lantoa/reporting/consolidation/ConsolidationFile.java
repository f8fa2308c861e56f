package vn.lantoa.reporting.consolidation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.document.Workbook;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.Actor;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.FigureWords;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.SubordinateSums.Total;
import vn.lantoa.reporting.consolidation.Consolidations.Line;
import vn.lantoa.reporting.consolidation.Consolidations.Overview;

/** The whole consolidated table as an XLSX file: the totals, and a second sheet with each unit's figures. */
@Component
public class ConsolidationFile {

    private final Consolidations consolidations;
    private final FigureWords words;
    private final TotalWords totals;
    private final MessageSource messages;

    ConsolidationFile(Consolidations consolidations, FigureWords words, TotalWords totals, MessageSource messages) {
        this.totals = totals;
        this.consolidations = consolidations;
        this.words = words;
        this.messages = messages;
    }

    /** @throws vn.lantoa.organization.NotVisible when there is no such report, or the actor may not read it */
    public byte[] write(Actor actor, ReportId id, Locale locale) {
        var overview = consolidations.of(actor, id);
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook()) {
            totals(book, overview, locale);
            units(book, overview, consolidations.matrix(actor, id), locale);
            book.write(out);
        }
        return out.toByteArray();
    }

    private void totals(Workbook book, Overview overview, Locale locale) {
        var basis = overview.standing().basis();
        var notes = List.of(
                text(
                        "report.consolidation.of",
                        locale,
                        overview.unit(),
                        overview.report().period().title()),
                text("report.consolidation.added", locale, basis.accepted(), basis.expected(), basis.included()));
        var columns = Stream.of(
                        "code:10",
                        "indicator:50",
                        "measure:16",
                        "below:18",
                        "own:18",
                        "total:18",
                        "stated:14",
                        "silent:14")
                .map(column -> column.split(":"))
                .map(column -> new Workbook.Column(
                        text("report.consolidation.column." + column[0], locale), Integer.parseInt(column[1])))
                .toList();
        var sheet = book.sheet(text("report.consolidation.sheet.totals", locale), notes, columns);
        for (var line : overview.lines()) {
            var total = line.total();
            sheet.row(List.of(
                    Workbook.Value.of(line.key()),
                    Workbook.Value.of(name(line, locale)),
                    Workbook.Value.of(line.indicator().unit()),
                    cell(total, locale),
                    Workbook.Value.of(line.own()),
                    cell(line.figure(), locale),
                    total == null ? new Workbook.Value.Blank() : Workbook.Value.of(total.stated()),
                    total == null
                            ? new Workbook.Value.Blank()
                            : Workbook.Value.of(total.notStated() + total.pending())));
        }
    }

    private void units(Workbook book, Overview overview, Map<ReportId, Map<String, Figure>> matrix, Locale locale) {
        var lines = overview.lines().stream()
                .filter(line -> line.indicator().derived() == null)
                .toList();
        var columns = new ArrayList<Workbook.Column>();
        columns.add(new Workbook.Column(text("report.field.unit", locale), 44));
        columns.add(new Workbook.Column(text("report.field.state", locale), 30));
        lines.forEach(line -> columns.add(new Workbook.Column(line.key() + ". " + name(line, locale), 16)));
        var sheet = book.sheet(text("report.consolidation.sheet.units", locale), columns);
        for (var member : overview.members()) {
            var figures = matrix.getOrDefault(member.report(), Map.of());
            var row = new ArrayList<Workbook.Value>();
            row.add(Workbook.Value.of(member.name()));
            row.add(Workbook.Value.of(text("report.consolidation.part." + member.part(), locale)));
            lines.forEach(line -> row.add(cell(figures.get(line.key()), locale)));
            sheet.row(row);
        }
    }

    private Workbook.Value cell(Total total, Locale locale) {
        var figure = Optional.ofNullable(total).flatMap(Total::asFigure);
        return figure.isPresent() || total == null
                ? cell(figure.orElse(null), locale)
                : Workbook.Value.of(totals.of(total, locale));
    }

    private Workbook.Value cell(Figure figure, Locale locale) {
        if (figure == null) {
            return new Workbook.Value.Blank();
        }
        var plain = figure.amount() != null && figure.qualifier() == Qualifier.EXACT;
        return plain ? Workbook.Value.of(figure.amount()) : Workbook.Value.of(words.of(figure, locale));
    }

    private String name(Line line, Locale locale) {
        return line.indicator().name()
                + (line.recipient() == null ? "" : " (" + text("report.recipient." + line.recipient(), locale) + ")");
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
