package vn.lantoa.commendation.council;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.council.CouncilCase.Result;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.document.OutgoingDocuments;

/** What minutes say, field by field: in Vietnamese, under the names of units as they were called then. */
@Component
class CouncilMinutesContent {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final CouncilRows councils;
    private final SessionRows sessions;
    private final CaseRows cases;
    private final CouncilAgendas agendas;
    private final Interests interests;
    private final BallotBox box;
    private final Letterheads letterheads;
    private final OutgoingDocuments documents;
    private final MessageSource messages;

    CouncilMinutesContent(
            CouncilRows councils,
            SessionRows sessions,
            CaseRows cases,
            CouncilAgendas agendas,
            Interests interests,
            BallotBox box,
            Letterheads letterheads,
            OutgoingDocuments documents,
            MessageSource messages) {
        this.councils = councils;
        this.sessions = sessions;
        this.cases = cases;
        this.agendas = agendas;
        this.interests = interests;
        this.box = box;
        this.letterheads = letterheads;
        this.documents = documents;
        this.messages = messages;
    }

    Map<String, Object> of(CouncilSession session) {
        var council = councils.find(session.council()).orElseThrow();
        var seats = sessions.seats(session.id());
        var agenda = cases.of(session.id());
        var minutes = new LinkedHashMap<String, Object>();
        head(minutes, session);
        minutes.put(
                "title",
                word("title", council.name(), String.valueOf(session.year()), word("nth." + session.number())));
        minutes.put(
                "opened",
                MinutesText.hour(session.openedAt()) + " ngày " + WrittenDay.of(MinutesText.day(session.openedAt())));
        minutes.put("where", session.place());
        minutes.put("council", council.name());
        minutes.put("decision", council.decisionNumber() + " ngày " + WrittenDay.of(council.decisionDate()));
        minutes.put("present", word("present", Ballots.present(seats), seats.size()));
        minutes.put(
                "attendees",
                MinutesText.lines(
                        seats.stream().filter(Seat::present).map(this::seat).toList()));
        minutes.put(
                "absentees",
                MinutesText.lines(seats.stream()
                        .filter(seat -> !seat.present())
                        .map(this::absent)
                        .toList()));
        var chair = named(seats, CouncilMember.Role.CHAIR);
        var secretary = named(seats, CouncilMember.Role.SECRETARY);
        minutes.put("chair", chair);
        minutes.put("secretary", secretary);
        minutes.put("signing_chair", chair);
        minutes.put("signing_secretary", secretary);
        minutes.put("content", word("content", agenda.size()));
        minutes.put("posting", posting(agenda));
        minutes.put(
                "barred",
                MinutesText.texts(
                        agenda.stream().flatMap(one -> barred(one).stream()).toList()));
        minutes.put("cases", rows(agenda));
        minutes.put(
                "paper",
                MinutesText.texts(agenda.stream()
                        .filter(one -> one.paper() && one.count() != null)
                        .map(this::paper)
                        .toList()));
        minutes.put(
                "named",
                MinutesText.texts(agenda.stream()
                        .filter(one -> !one.secret() && !one.paper() && one.count() != null)
                        .map(one -> openVotes(one, seats))
                        .toList()));
        minutes.put(
                "conclusion",
                word(
                        "conclusion",
                        agenda.stream()
                                .filter(one -> one.result() == Result.PASSED)
                                .count(),
                        agenda.size()));
        minutes.put(
                "closed",
                session.closedAt() == null
                        ? "……"
                        : MinutesText.hour(session.closedAt()) + " ngày "
                                + WrittenDay.of(MinutesText.day(session.closedAt())));
        return minutes;
    }

    private void head(Map<String, Object> minutes, CouncilSession session) {
        var numbered = documents
                .of(session.dossier(), 1)
                .filter(document -> document.state() == OutgoingDocument.State.NUMBERED);
        var head = letterheads.of(session.unit());
        minutes.put(
                "draft",
                session.state() == CouncilSession.State.CLOSED ? List.of() : List.of(Map.of("mark", word("draft"))));
        minutes.put("superior", head.superiorLine());
        minutes.put("issuer", session.unitName().toUpperCase(VIETNAMESE));
        minutes.put("place", head.place());
        minutes.put(
                "number",
                numbered.map(OutgoingDocument::inWords)
                        .orElse("        /BB-" + head.abbreviation().replace(' ', '-')));
        minutes.put(
                "date",
                numbered.map(OutgoingDocument::dated)
                        .map(MinutesText::inFull)
                        .orElseGet(() -> MinutesText.inFull(session.meetsOn())));
    }

    private List<Map<String, Object>> rows(List<CouncilCase> agenda) {
        var nominees = agendas.nominees(agenda);
        return agenda.stream()
                .map(one -> Map.<String, Object>of(
                        "place", String.valueOf(one.place()),
                        "nominee", nominee(one, Optional.ofNullable(nominees.get(one.nomination()))),
                        "award", one.award(),
                        "ballot", word("ballot." + one.rule().ballot()),
                        "votes", votes(one),
                        "result", one.result() == null ? "" : word("result." + one.result())))
                .toList();
    }

    private String nominee(CouncilCase one, Optional<Nominee> nominee) {
        var name = nominee.map(Nominee::name).orElseGet(() -> word("erased", one.number()));
        return name.equals(one.unit()) ? name : name + ", " + one.unit();
    }

    private String votes(CouncilCase one) {
        var count = one.count();
        return count == null ? "–" : count.agreed() + "/" + count.base() + " (" + count.share() + ")";
    }

    /** The passages of a level all wait out their days before they come here; a rule without posting says nothing. */
    private String posting(List<CouncilCase> agenda) {
        var days =
                agenda.stream().mapToInt(one -> one.rule().postingDays()).max().orElse(0);
        return days == 0 ? word("posting.none") : word("posting", days);
    }

    private Optional<String> barred(CouncilCase one) {
        var barred = interests.barred(one).size();
        return barred == 0 ? Optional.empty() : Optional.of(word("barred", one.number(), barred));
    }

    private String paper(CouncilCase one) {
        var count = one.count();
        return word("paper", one.number(), count.issued(), count.collected(), count.valid(), count.agreed());
    }

    private String openVotes(CouncilCase one, List<Seat> seats) {
        var named = box.named(one);
        return word(
                "named",
                one.number(),
                names(seats, named, Choice.YES),
                names(seats, named, Choice.NO),
                names(seats, named, Choice.BLANK));
    }

    private String names(List<Seat> seats, Map<?, Choice> named, Choice choice) {
        var names = seats.stream()
                .filter(seat -> named.get(seat.person()) == choice)
                .map(Seat::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? word("nobody") : names;
    }

    private String seat(Seat seat) {
        return word("comrade", seat.name())
                + (seat.position().isEmpty() ? "" : ", " + seat.position())
                + ", " + word("role." + seat.role());
    }

    private String absent(Seat seat) {
        return word("comrade", seat.name()) + ": " + word("absent." + seat.presence());
    }

    private static String named(List<Seat> seats, CouncilMember.Role role) {
        return seats.stream()
                .filter(seat -> seat.role() == role)
                .sorted((one, other) -> Boolean.compare(other.present(), one.present()))
                .map(Seat::name)
                .findFirst()
                .orElse("");
    }

    private String word(String key, Object... args) {
        return messages.getMessage("council.minutes." + key, args, VIETNAMESE);
    }
}
