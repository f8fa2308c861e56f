package vn.lantoa.models.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.models.ModelSites;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Adoptions as dossiers: what the task list and the dossier page show of them. */
@Component
class AdoptionDossiers implements Dossier.Type {

    private final AdoptionRows rows;
    private final Adoptions adoptions;
    private final ModelSites sites;
    private final Units units;
    private final MessageSource messages;

    AdoptionDossiers(AdoptionRows rows, Adoptions adoptions, ModelSites sites, Units units, MessageSource messages) {
        this.rows = rows;
        this.adoptions = adoptions;
        this.sites = sites;
        this.units = units;
        this.messages = messages;
    }

    @Override
    public String type() {
        return AdoptionId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id)
                ? rows.find(AdoptionId.of(Long.parseLong(id)))
                        .map(one -> dossier(
                                one,
                                units.find(one.unit()).map(unit -> unit.name()).orElse("")))
                : Optional.empty();
    }

    @Override
    public Map<String, Dossier> findAll(Collection<String> ids) {
        var found = rows.findAll(
                ids.stream().map(Long::parseLong).map(AdoptionId::of).toList());
        var names = units.namesOf(found.stream().map(Adoption::unit).toList());
        return found.stream()
                .collect(Collectors.toMap(
                        one -> one.id().toString(), one -> dossier(one, names.getOrDefault(one.unit(), ""))));
    }

    @Override
    public Map<String, LocalDate> dues(Collection<Dossier> dossiers, String step) {
        return rows
                .findAll(dossiers.stream().map(one -> AdoptionId.of(one.key())).toList())
                .stream()
                .filter(one -> one.due() != null)
                .collect(Collectors.toMap(one -> one.id().toString(), Adoption::due));
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(AdoptionId.of(dossier.key()));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return adoptions.visibleTo(adoption(dossier), actor);
    }

    /** A request goes to the superior of today. */
    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        return role.equals(Words.SUPERIOR) ? units.superiorOf(dossier.unit()).orElse(dossier.unit()) : dossier.unit();
    }

    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        return Optional.ofNullable(adoption(dossier).due());
    }

    @Override
    public boolean fourEyesWaived(Dossier dossier, String step) {
        return false;
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var adoption = adoption(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        add(facts, "kind", adoption.kindName());
        add(facts, "source", adoption.source() == null ? null : nameOf(adoption));
        add(
                facts,
                "invited-by",
                adoption.invitedBy() == null
                        ? null
                        : units.find(adoption.invitedBy())
                                .map(unit -> unit.name())
                                .orElse(""));
        var plan = adoption.plan();
        if (plan.written()) {
            add(facts, "name", plan.name());
            add(facts, "place", plan.place());
            add(facts, "host", plan.host());
            add(facts, "counts", messages.getMessage("adoption.counts", counts(plan), locale));
            add(facts, "planned", WrittenDay.of(plan.plannedOn()));
            add(facts, "founded", plan.foundedOn() == null ? null : WrittenDay.of(plan.foundedOn()));
            add(facts, "purpose", plan.purpose());
            add(facts, "rules", plan.rules());
            add(facts, "conditions", plan.conditions());
            add(facts, "costs", plan.costs());
        }
        if (adoption.state().ended() && adoption.reasonCode() != null) {
            add(facts, "reason", messages.getMessage("adoption.reason." + adoption.reasonCode(), null, locale));
        }
        return facts;
    }

    @Override
    public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
        var adoption = adoption(dossier);
        if (adoptions.mayWithdraw(adoption, actor)) {
            return List.of(new Dossier.Act(
                    "adoption.act.withdraw", "/models/adoptions/" + adoption.id() + "/withdrawal", List.of("reason")));
        }
        return adoptions.mayRecall(adoption, actor)
                ? List.of(new Dossier.Act(
                        "adoption.act.recall", "/models/adoptions/" + adoption.id() + "/recall", List.of("reason")))
                : List.of();
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var adoption = adoption(dossier);
        var links = new ArrayList<Dossier.Link>();
        if (adoption.site() != null) {
            links.add(new Dossier.Link(
                    "adoption.link.site",
                    "/dossiers/" + adoption.site().dossier().type() + "/" + adoption.site()));
        }
        links.add(new Dossier.Link("adoption.link.spread", "/models/kinds/" + adoption.kind() + "/spread"));
        if (adoption.joinedInto() != null) {
            links.add(new Dossier.Link("adoption.link.joined", "/dossiers/model-adoption/" + adoption.joinedInto()));
        }
        return links;
    }

    private static Object[] counts(AdoptionPlan plan) {
        return new Object[] {plan.groups(), plan.members()};
    }

    private static void add(List<Dossier.Fact> facts, String label, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Dossier.Fact("adoption.fact." + label, value));
        }
    }

    private String nameOf(Adoption adoption) {
        return sites.find(adoption.source())
                .map(site -> site.number() == null ? site.name() : site.number() + ", " + site.name())
                .orElse("");
    }

    private static Dossier dossier(Adoption adoption, String unit) {
        return new Dossier(
                adoption.id().dossier(),
                "Áp dụng mô hình " + adoption.kindName() + " – " + unit,
                adoption.unit(),
                adoption.state().name());
    }

    private Adoption adoption(Dossier dossier) {
        return rows.find(AdoptionId.of(dossier.key())).orElseThrow();
    }
}
