package vn.lantoa.models;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Sites of models as dossiers: what the task list and the dossier page show of them. */
@Component
class SiteDossiers implements Dossier.Type {

    private static final Set<String> DECIDING = Set.of(Words.DECIDE_STEP, Words.MEASURE_STEP, Words.OVERDUE_STEP);

    private final SiteRows rows;
    private final ModelSites sites;
    private final SiteProposals proposals;
    private final Measures measures;
    private final Deciders deciders;
    private final SiteFacts facts;
    private final Units units;
    private final Access access;
    private final JdbcClient jdbc;

    SiteDossiers(
            SiteRows rows,
            ModelSites sites,
            SiteProposals proposals,
            Measures measures,
            Deciders deciders,
            SiteFacts facts,
            Units units,
            Access access,
            JdbcClient jdbc) {
        this.rows = rows;
        this.sites = sites;
        this.proposals = proposals;
        this.measures = measures;
        this.deciders = deciders;
        this.facts = facts;
        this.units = units;
        this.access = access;
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return SiteId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? Optional.ofNullable(findAll(List.of(id)).get(id)) : Optional.empty();
    }

    @Override
    public Map<String, Dossier> findAll(Collection<String> ids) {
        var found = rows.findAll(ids.stream()
                .filter(AddressId::is)
                .map(id -> SiteId.of(Long.parseLong(id)))
                .toList());
        var names = units.namesOf(found.stream().map(ModelSite::unit).collect(Collectors.toSet()));
        return found.stream()
                .map(site -> new Dossier(
                        site.id().dossier(),
                        "Mô hình " + site.number() + " – " + site.name() + " – " + names.getOrDefault(site.unit(), ""),
                        site.unit(),
                        site.state().name()))
                .collect(Collectors.toMap(one -> one.key().id(), Function.identity()));
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(SiteId.of(dossier.key()));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return sites.visibleTo(site(dossier), actor);
    }

    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        return deciders.unit(site(dossier), role);
    }

    /** Only reviews have a day; a leader may have given more time. */
    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        return Optional.ofNullable(
                dues(List.of(dossier), step).get(dossier.key().id()));
    }

    @Override
    public Map<String, LocalDate> dues(Collection<Dossier> dossiers, String step) {
        if (!step.equals(Words.REVIEW_STEP) || dossiers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select id, coalesce(given_until, review_due) as due from model_site where id in (:ids) and review_due is not null")
                .param(
                        "ids",
                        dossiers.stream()
                                .map(one -> SiteId.of(one.key()).value())
                                .toList())
                .query((row, n) -> Map.entry(row.getString("id"), row.getObject("due", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Never: a second person is to be found, as a deputy if need be. */
    @Override
    public boolean fourEyesWaived(Dossier dossier, String step) {
        return false;
    }

    /** Who drafted or proposed does not decide; who drafted does not weigh it for the superior either, unless the unit is its own superior. */
    @Override
    public Optional<String> barred(Dossier dossier, String step, PersonId person) {
        var site = site(dossier);
        var weighing = (step.equals(Words.APPRAISE_STEP) || step.equals(Words.REGISTER_STEP))
                && !deciders.superior(site).equals(site.unit());
        var own = site.draftedBy().equals(person) && (DECIDING.contains(step) || weighing);
        var proposed = DECIDING.contains(step)
                && measures.open(site.id())
                        .filter(one -> one.proposedBy().equals(person))
                        .isPresent();
        return own || proposed ? Optional.of("models.barred.proposer") : Optional.empty();
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        return facts.of(site(dossier), locale);
    }

    @Override
    public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
        var site = site(dossier);
        return proposals.withdrawable(site) && access.may(actor, Right.BUILD_MODEL, site.unit())
                ? List.of(new Dossier.Act(
                        "models.act.withdrawal", "/models/sites/" + site.id() + "/withdrawal", List.of("reason")))
                : List.of();
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var site = site(dossier);
        var links = new ArrayList<Dossier.Link>();
        links.add(new Dossier.Link("models.link.record", "/models/sites/" + site.id() + "/record"));
        if (measures.proposes(actor, site) && !measures.possible(site).isEmpty()) {
            links.add(new Dossier.Link("models.link.measures", "/models/sites/" + site.id() + "/measures"));
        }
        return links;
    }

    /** What it looks like is added while it lives, by the officer of its unit. */
    @Override
    public boolean mayAttach(Dossier dossier, Actor actor) {
        var site = site(dossier);
        return !site.state().ended() && access.may(actor, Right.BUILD_MODEL, site.unit());
    }

    @Override
    public boolean hasLeft(Dossier dossier) {
        return site(dossier).state() != SiteState.DRAFT;
    }

    private ModelSite site(Dossier dossier) {
        return rows.find(SiteId.of(dossier.key())).orElseThrow();
    }
}
