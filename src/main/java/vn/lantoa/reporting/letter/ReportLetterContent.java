package vn.lantoa.reporting.letter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.Figures;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportNumbers;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.ReportStory;
import vn.lantoa.reporting.ReportStory.Approval;
import vn.lantoa.reporting.ReportView;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.SubordinateSums;

/** What a report says in its letter, field by field. Letters are Vietnamese whatever language the page is read in. */
@Component
class ReportLetterContent {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Set<ReportState> APPROVED =
            EnumSet.of(ReportState.NUMBERING, ReportState.SENT, ReportState.ACCEPTED, ReportState.SENT_OUTSIDE);
    private static final Set<ReportState> WITH_THE_SUPERIOR =
            EnumSet.of(ReportState.ENTERING, ReportState.APPROVING_ENTRY);

    private final Reports reports;
    private final ReportNumbers numbers;
    private final SubordinateSums below;
    private final Letterheads letterheads;
    private final Units units;
    private final UnitSuccessions successions;
    private final People people;
    private final ReportStory story;
    private final MessageSource messages;

    ReportLetterContent(
            Reports reports,
            ReportNumbers numbers,
            SubordinateSums below,
            Letterheads letterheads,
            Units units,
            UnitSuccessions successions,
            People people,
            ReportStory story,
            MessageSource messages) {
        this.reports = reports;
        this.numbers = numbers;
        this.below = below;
        this.letterheads = letterheads;
        this.units = units;
        this.successions = successions;
        this.people = people;
        this.story = story;
        this.messages = messages;
    }

    String unitName(Report report) {
        return units.find(report.unit()).map(Unit::name).orElse("");
    }

    Map<String, Object> of(ReportView view, Actor actor) {
        var report = view.report();
        var early = report.sent().isEmpty()
                && !actor.units().contains(report.unit())
                && !WITH_THE_SUPERIOR.contains(report.state());
        // To other units nothing is said before it was sent, as on the report's page.
        var body = early
                ? new ReportLetterBody(
                        reports.indicators(report), Figures.NONE, Map.of(), ReportLetterBody.Below.NOTHING, messages)
                : new ReportLetterBody(
                        reports.indicators(report),
                        view.figures(),
                        view.texts(),
                        new ReportLetterBody.Below(below.taken(report), below.own(report)),
                        messages);
        var letter = new LinkedHashMap<String, Object>();
        letter.put("draft", approved(report) ? List.of() : List.of(Map.of("mark", word("draft"))));
        head(letter, report);
        letter.put("title", word("title", report.period().title()));
        letter.put("addressee", addressee(report));
        letter.put("unit", unitName(report));
        letter.put("period", report.period().title());
        letter.put("span", word("span", WrittenDay.of(report.from()), WrittenDay.of(report.to())));
        letter.put("sections", body.sections());
        letter.put("figures", body.rows());
        letter.put(
                "recipients",
                List.of(Map.of("name", word("recipient.above")), Map.of("name", word("recipient.archive"))));
        sign(letter, view);
        return letter;
    }

    private static boolean approved(Report report) {
        return APPROVED.contains(report.state());
    }

    private void head(Map<String, Object> letter, Report report) {
        var head = letterheads.of(successions.answering(report.unit()));
        var document = numbers.document(report).filter(found -> found.state() == OutgoingDocument.State.NUMBERED);
        letter.put("superior", head.superiorLine());
        letter.put("issuer", head.issuerLine());
        letter.put("place", head.place());
        letter.put(
                "number",
                document.map(OutgoingDocument::inWords)
                        .orElseGet(() -> "        /" + numbers.proposal(report).symbol()));
        letter.put(
                "date",
                document.map(found -> date(found.dated()))
                        .orElseGet(() ->
                                word("date.open", String.valueOf(report.to().getYear()))));
    }

    /** A leading zero for days below 10 and for January and February (NĐ 30/2020 Phụ lục I). */
    private String date(LocalDate date) {
        var month = date.getMonthValue() < 3 ? "0" + date.getMonthValue() : String.valueOf(date.getMonthValue());
        return word("date", String.format("%02d", date.getDayOfMonth()), month, String.valueOf(date.getYear()));
    }

    private String addressee(Report report) {
        return Optional.ofNullable(report.parent())
                .flatMap(units::find)
                .map(Unit::name)
                .or(() -> Optional.ofNullable(letterheads.said(report.unit()).superiorLine()))
                .orElse("…………………………");
    }

    private void sign(Map<String, Object> letter, ReportView view) {
        var report = view.report();
        var unit = units.find(report.unit()).orElseThrow();
        var approval = story.lastApproval(report.id());
        var signer = approval.map(Approval::by).flatMap(people::actor);
        var capacity = approval.flatMap(act -> capacity(act, signer, unit)).orElse(Capacity.TM);
        letter.put("authority", word("authority." + capacity, word("body." + unit.level())));
        letter.put(
                "post",
                approval.filter(Approval::standIn)
                        .flatMap(act -> signer)
                        .flatMap(deputy -> ownPost(deputy, capacity, unit))
                        .orElseGet(() -> word("post." + capacity)));
        letter.put("signer", approved(report) ? signer.map(Actor::name).orElse("") : "");
    }

    /** As it was kept with the approval. A stand-in whose rule says none signs by sub-delegation, never for the body itself. */
    private static Optional<Capacity> capacity(Approval approval, Optional<Actor> signer, Unit unit) {
        if (approval.capacity() != null) {
            return Optional.of(approval.capacity());
        }
        return approval.standIn() ? Optional.of(Capacity.TUQ) : signer.flatMap(person -> capacity(person, unit));
    }

    private static Optional<Capacity> capacity(Actor person, Unit unit) {
        return person.holdings().stream()
                .filter(holding ->
                        holding.post() == Post.LEADER && holding.unit().equals(unit.id()))
                .map(Holding::capacity)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** KT. is signed by a vice chair; by order or sub-delegation the stand-in signs in the post the stand-in has, nothing invented. */
    private Optional<String> ownPost(Actor deputy, Capacity capacity, Unit unit) {
        if (capacity == Capacity.TM || capacity == Capacity.KT) {
            return Optional.empty();
        }
        return Optional.of(deputy.holdings().stream()
                .sorted(Comparator.comparing(holding -> !holding.unit().equals(unit.id())))
                .findFirst()
                .map(holding -> messages.getMessage("post." + holding.post().code(), null, VIETNAMESE)
                        .toUpperCase(VIETNAMESE))
                .orElse(""));
    }

    private String word(String key, Object... args) {
        return messages.getMessage("report.letter." + key, args, VIETNAMESE);
    }
}
