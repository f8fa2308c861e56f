package vn.lantoa.commendation.decision;

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

/** Decisions as dossiers, to which their documents belong; what is done with them stands on a page of their own. */
@Component
class DecisionDossiers implements Dossier.Type {

    private final DecisionRows rows;
    private final DecisionLists lists;
    private final DecisionWords words;
    private final Access access;
    private final MessageSource messages;

    DecisionDossiers(
            DecisionRows rows, DecisionLists lists, DecisionWords words, Access access, MessageSource messages) {
        this.rows = rows;
        this.lists = lists;
        this.words = words;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public String type() {
        return DecisionId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id)
                ? rows.find(DecisionId.of(Long.parseLong(id)))
                        .map(decision -> new Dossier(
                                decision.id().dossier(),
                                "Quyết định " + words.subject(decision) + " – " + lists.unitName(decision.unit()),
                                decision.unit(),
                                decision.state().name()))
                : Optional.empty();
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(decision(dossier).id());
    }

    /** Its unit and those above it; below it nobody before the release, and then by the nominations. */
    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_NOMINATION, dossier.unit());
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var decision = decision(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        facts.add(new Dossier.Fact(
                "decision.field.kind", messages.getMessage("decision.kind." + decision.kind(), null, locale)));
        facts.add(new Dossier.Fact("decision.field.title", decision.titleName()));
        facts.add(new Dossier.Fact(
                "decision.field.state",
                messages.getMessage(DecisionId.DOSSIER + ".state." + decision.state(), null, locale)));
        if (decision.number() != null) {
            facts.add(new Dossier.Fact("decision.field.number", decision.number()));
            facts.add(new Dossier.Fact("decision.field.dated", WrittenDay.of(decision.dated())));
        }
        return facts;
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        return List.of(new Dossier.Link(
                "decision.link.page", "/awards/decisions/" + dossier.key().id()));
    }

    private Decision decision(Dossier dossier) {
        return rows.find(DecisionId.of(Long.parseLong(dossier.key().id()))).orElseThrow();
    }
}
