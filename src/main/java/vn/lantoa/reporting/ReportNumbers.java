package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.DocumentNumber;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** A report as a document that goes out: when it waits for its number, and what it is then called. */
@Component
public class ReportNumbers {

    /** "Báo cáo" in the abbreviations of NĐ 30/2020. */
    static final String TYPE = "BC";

    private final OutgoingDocuments documents;
    private final Letterheads letterheads;
    private final Units units;
    private final UnitSuccessions successions;

    ReportNumbers(OutgoingDocuments documents, Letterheads letterheads, Units units, UnitSuccessions successions) {
        this.documents = documents;
        this.letterheads = letterheads;
        this.units = units;
        this.successions = successions;
    }

    /** How an approved report goes out: {@code direct}, {@code numbered} first, or {@code outside}; asked by the diagram's gateway. */
    String dispatch(Report report) {
        var unit = unit(report);
        if (units.superiorOf(unit).isEmpty()) {
            return "outside";
        }
        return letterheads.said(unit).numberFirst() ? "numbered" : "direct";
    }

    /** From now on the report's document waits for a number, unless it has one. */
    void expect(Report report, boolean inStep) {
        documents.expect(
                report.id().dossier(),
                report.revision(),
                unit(report),
                TYPE,
                "Báo cáo " + report.period().title() + " – " + nameOf(report),
                inStep);
    }

    void drop(Report report) {
        documents.drop(report.id().dossier());
    }

    /** What waits for the number of the report's present revision, or has it; empty while nobody approved it. */
    public Optional<OutgoingDocument> document(Report report) {
        return documents.of(report.id().dossier(), report.revision());
    }

    /** The last number that one of its revisions got. */
    Optional<OutgoingDocument> lastNumbered(Report report) {
        var numbered = documents.numbered(report.id().dossier());
        return numbered.isEmpty() ? Optional.empty() : Optional.of(numbered.get(numbered.size() - 1));
    }

    /** The number it would get next. */
    public DocumentNumber proposal(Report report) {
        return documents.proposal(unit(report), TYPE);
    }

    /** What the form of the records office shows before anything is typed. */
    Map<String, Object> proposed(Report report) {
        var proposal = proposal(report);
        return Map.of(
                "number", proposal.number(),
                "symbol", proposal.symbol(),
                "date", proposal.date().toString());
    }

    /** Gives the number in the step of the records office; what is wrong with it, empty when it is given. */
    List<Refusal> give(Actor actor, Report report, Map<String, Object> answers) {
        var number = answers.get("number") instanceof Number given ? new BigDecimal(given.toString()).intValue() : 0;
        var symbol = answers.get("symbol") instanceof String text ? text : "";
        var outcome = documents.numberInStep(
                actor,
                report.id().dossier(),
                report.revision(),
                new DocumentNumber(TYPE, number, symbol, day(answers.get("date"))));
        return outcome instanceof OutgoingDocuments.Outcome.Refused refused
                ? List.of(Refusal.of(
                        refused.field(), refused.key(), refused.args().toArray()))
                : List.of();
    }

    private UnitId unit(Report report) {
        return successions.answering(report.unit());
    }

    private String nameOf(Report report) {
        return units.find(report.unit()).map(unit -> unit.name()).orElse("");
    }

    private static LocalDate day(Object answer) {
        return Optional.ofNullable(answer)
                .flatMap(day -> WrittenDay.posted(day.toString()))
                .orElse(null);
    }
}
