package vn.lantoa.models.exemplar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.models.ModelSite;
import vn.lantoa.models.ModelSites;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Proposals of exemplars as dossiers; neither title nor facts ever name a person. */
@Component
class ExemplarDossiers implements Dossier.Type {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ExemplarRequestRows rows;
    private final ModelSites sites;
    private final Units units;
    private final Access access;
    private final MessageSource messages;

    ExemplarDossiers(ExemplarRequestRows rows, ModelSites sites, Units units, Access access, MessageSource messages) {
        this.rows = rows;
        this.sites = sites;
        this.units = units;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public String type() {
        return ExemplarRequestId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id)
                ? rows.find(ExemplarRequestId.of(Long.parseLong(id))).map(this::dossier)
                : Optional.empty();
    }

    private Dossier dossier(ExemplarRequest request) {
        var title = messages.getMessage(
                "exemplar.request.title",
                new Object[] {String.valueOf(request.year()), nameOf(request.unit())},
                VIETNAMESE);
        return new Dossier(
                request.id().dossier(), title, request.unit(), request.state().name());
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(ExemplarRequestId.of(dossier.key()));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_MODEL, dossier.unit());
    }

    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        return dossier.unit();
    }

    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        return Optional.of(request(dossier).due());
    }

    @Override
    public boolean fourEyesWaived(Dossier dossier, String step) {
        return false;
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var request = request(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        if (request.askedBy() != null) {
            facts.add(new Dossier.Fact("exemplar.fact.asked-by", nameOf(request.askedBy())));
        }
        facts.add(new Dossier.Fact("exemplar.fact.due", WrittenDay.of(request.due())));
        if (request.object() != null) {
            var object = request.object();
            facts.add(new Dossier.Fact(
                    "exemplar.fact.object", messages.getMessage("exemplar.object." + object.kind(), null, locale)));
            facts.add(new Dossier.Fact("exemplar.fact.what", what(object)));
        }
        if (request.lessons() != null) {
            facts.add(new Dossier.Fact("exemplar.fact.lessons", request.lessons()));
        }
        if (request.reason() != null) {
            facts.add(new Dossier.Fact("exemplar.fact.reason", request.reason()));
        }
        if (request.decisionNumber() != null) {
            facts.add(new Dossier.Fact(
                    "exemplar.fact.decision", request.decisionNumber() + ", " + WrittenDay.of(request.decidedOn())));
        }
        return facts;
    }

    /** Of a person the number of the nomination. */
    private String what(ExemplarObject object) {
        return switch (object.kind()) {
            case COLLECTIVE -> object.collective();
            case PERSON -> object.honour();
            case SITE -> sites.find(object.site()).map(ModelSite::name).orElse("");
        };
    }

    @Override
    public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
        return List.of();
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        return List.of(new Dossier.Link("exemplar.title", "/models/exemplars"));
    }

    private String nameOf(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }

    private ExemplarRequest request(Dossier dossier) {
        return rows.find(ExemplarRequestId.of(dossier.key())).orElseThrow();
    }
}
