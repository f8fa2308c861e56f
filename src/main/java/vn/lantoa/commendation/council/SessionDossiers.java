package vn.lantoa.commendation.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Right;

/** Sessions as dossiers: their minutes in "Văn bản đi", the scan beside them. No nominee is named here. */
@Component
class SessionDossiers implements Dossier.Type {

    private final SessionRows rows;
    private final CouncilRows councils;
    private final CaseRows cases;
    private final SessionDoor door;
    private final Access access;
    private final MessageSource messages;

    SessionDossiers(
            SessionRows rows,
            CouncilRows councils,
            CaseRows cases,
            SessionDoor door,
            Access access,
            MessageSource messages) {
        this.rows = rows;
        this.councils = councils;
        this.cases = cases;
        this.door = door;
        this.access = access;
        this.messages = messages;
    }

    static String title(CouncilSession session) {
        return "Biên bản họp xét khen thưởng năm " + session.year() + ", phiên thứ "
                + (session.number() == 1 ? "nhất" : "hai") + ", ngày " + WrittenDay.of(session.meetsOn()) + " – "
                + session.unitName();
    }

    @Override
    public String type() {
        return CouncilSession.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? rows.find(Long.parseLong(id)).map(SessionDossiers::dossier) : Optional.empty();
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(id(dossier));
    }

    /** The unit's own people, the records office among them, and who runs the session; a member has the session's own page. */
    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_DOCUMENTS, dossier.unit()) || runs(dossier, actor);
    }

    @Override
    public boolean mayAttach(Dossier dossier, Actor actor) {
        var state = session(dossier).state();
        return (state == CouncilSession.State.OPEN || state == CouncilSession.State.CLOSED)
                && (access.may(actor, Right.MANAGE_COUNCIL, dossier.unit()) || runs(dossier, actor));
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var session = session(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        councils.find(session.council())
                .ifPresent(one -> facts.add(new Dossier.Fact("council.fact.council", one.name())));
        facts.add(new Dossier.Fact("council.fact.unit", session.unitName()));
        facts.add(new Dossier.Fact("council.fact.meets-on", WrittenDay.of(session.meetsOn())));
        facts.add(new Dossier.Fact("council.fact.place", session.place()));
        facts.add(new Dossier.Fact(
                "council.fact.cases", Integer.toString(cases.of(session.id()).size())));
        facts.add(new Dossier.Fact(
                "council.fact.state", messages.getMessage("council-session.state." + session.state(), null, locale)));
        return facts;
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var minutes = "/awards/councils/sessions/" + id(dossier) + "/minutes";
        var links = new ArrayList<Dossier.Link>();
        if (session(dossier).openedAt() != null) {
            links.add(new Dossier.Link("council.minutes.docx", minutes + ".docx"));
            links.add(new Dossier.Link("council.minutes.pdf", minutes + ".pdf"));
        }
        if (access.may(actor, Right.MANAGE_COUNCIL, dossier.unit()) || runs(dossier, actor)) {
            links.add(new Dossier.Link("council.run", "/awards/councils/sessions/" + id(dossier) + "/chair"));
        }
        return links;
    }

    private boolean runs(Dossier dossier, Actor actor) {
        return door.term(session(dossier).council(), actor.id())
                .filter(term -> term.role().runs())
                .isPresent();
    }

    private CouncilSession session(Dossier dossier) {
        return rows.find(id(dossier)).orElseThrow();
    }

    private static long id(Dossier dossier) {
        return Long.parseLong(dossier.key().id());
    }

    private static Dossier dossier(CouncilSession session) {
        return new Dossier(
                session.dossier(),
                title(session),
                session.unit(),
                session.state().name());
    }
}
