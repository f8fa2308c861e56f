package vn.lantoa.commendation.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;

/** Requests about personal data as dossiers: what the task list and the dossier page show of them. */
@Component
class DataRequestDossiers implements Dossier.Type {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final DataRequestRows rows;
    private final DataRequests requests;
    private final Nominations nominations;
    private final MessageSource messages;

    DataRequestDossiers(DataRequestRows rows, DataRequests requests, Nominations nominations, MessageSource messages) {
        this.rows = rows;
        this.requests = requests;
        this.nominations = nominations;
        this.messages = messages;
    }

    @Override
    public String type() {
        return DataRequestId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id)
                ? rows.find(DataRequestId.of(Long.parseLong(id))).map(this::dossier)
                : Optional.empty();
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(DataRequestId.of(dossier.key()));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return requests.visibleTo(request(dossier), actor);
    }

    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        var request = request(dossier);
        return Optional.of(step.equals(DataRequestSteps.ANSWER) ? request.firstDue() : request.due());
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var request = request(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        facts.add(new Dossier.Fact("privacy.fact.kind", word("privacy.kind." + request.kind(), locale)));
        facts.add(new Dossier.Fact("privacy.fact.nomination", numberOf(request)));
        facts.add(new Dossier.Fact("privacy.fact.received", WrittenDay.of(request.receivedOn())));
        facts.add(new Dossier.Fact("privacy.fact.channel", word("privacy.channel." + request.channel(), locale)));
        facts.add(new Dossier.Fact("privacy.fact.first-due", WrittenDay.of(request.firstDue())));
        facts.add(new Dossier.Fact("privacy.fact.due", WrittenDay.of(request.due())));
        if (request.ground() != null) {
            facts.add(new Dossier.Fact("privacy.fact.ground", request.ground()));
        }
        return facts;
    }

    /** What is to be handed over is shown while the request for it runs. */
    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var request = request(dossier);
        return request.kind() == DataRequest.Kind.ACCESS
                        && request.state() == DataRequest.State.CARRYING_OUT
                        && requests.answers(request, actor)
                ? List.of(new Dossier.Link("privacy.extract", "/awards/data-requests/" + request.id() + "/extract"))
                : List.of();
    }

    private Dossier dossier(DataRequest request) {
        var title = messages.getMessage(
                "privacy.title",
                new Object[] {messages.getMessage("privacy.kind." + request.kind(), null, VIETNAMESE), numberOf(request)
                },
                VIETNAMESE);
        return new Dossier(
                request.id().dossier(), title, request.unit(), request.state().name());
    }

    private String numberOf(DataRequest request) {
        return nominations.find(request.nomination()).map(Nomination::number).orElse("");
    }

    private DataRequest request(Dossier dossier) {
        return rows.find(DataRequestId.of(dossier.key())).orElseThrow();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
