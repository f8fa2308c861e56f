package vn.lantoa.models.exemplar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.HonouredPeople;
import vn.lantoa.models.ModelSite;
import vn.lantoa.models.ModelSites;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The register of exemplars. A year's exemplar does not count for the next until a leader confirms it anew. */
@Component
public class Exemplars {

    private static final int LONGEST_NUMBER = 60;

    private final ExemplarRows rows;
    private final ModelSites sites;
    private final HonouredPeople people;
    private final Units units;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Exemplars(
            ExemplarRows rows,
            ModelSites sites,
            HonouredPeople people,
            Units units,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.sites = sites;
        this.people = people;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An exemplar ready to be shown.
     *
     * @param name of the collective, the site, or the person as the roll of honour names it
     * @param href where more of it stands, null for nowhere
     */
    public record Shown(Exemplar exemplar, String name, String unit, String href) {}

    /** The exemplars of a year in the branches of the person's own units. */
    @Transactional(readOnly = true)
    public List<Shown> of(Actor actor, int year) {
        return shown(rows.of(actor.branches(Right.SEE_MODEL), year));
    }

    /** The exemplars that a unit itself named for a year; a person who may no longer be named is none. */
    public List<Shown> ofUnit(UnitId unit, int year) {
        return shown(rows.ofUnit(unit, year));
    }

    /** Whether this person may confirm it for this year: last year's, by the leader of the unit that named it. */
    public boolean confirmable(Actor actor, Exemplar exemplar) {
        return exemplar.year() == today().getYear() - 1
                && access.may(actor, Right.DECIDE_MODEL, exemplar.unit())
                && !rows.bearsTitle(today().getYear(), exemplar.object());
    }

    /**
     * Lets last year's exemplar count for this year too.
     *
     * @param number of the leader's decision
     * @throws NotVisible when there is none for the person
     */
    @Transactional
    public ExemplarOutcome confirm(Actor actor, long id, String number, LocalDate decidedOn) {
        var exemplar = rows.find(id).orElseThrow(() -> new NotVisible("exemplar " + id));
        access.require(actor, Right.SEE_MODEL, Right.DECIDE_MODEL, exemplar.unit());
        rows.hold();
        var year = today().getYear();
        if (exemplar.year() != year - 1
                || shown(List.of(exemplar)).isEmpty()
                || rows.bearsTitle(year, exemplar.object())) {
            return new ExemplarOutcome.Conflict("exemplar.conflict.confirmed");
        }
        var fault = fault(number, decidedOn, year);
        if (fault != null) {
            return fault;
        }
        rows.insert(
                year,
                exemplar.unit(),
                exemplar.level(),
                exemplar.object(),
                exemplar.lessons(),
                number.strip(),
                decidedOn,
                null,
                exemplar.id(),
                actor.id());
        audit.record(
                "exemplar.confirmed",
                actor,
                "exemplar:" + exemplar.id(),
                exemplar.unit(),
                Map.of("year", year, "object", exemplar.object().kind().name()),
                Map.of());
        return new ExemplarOutcome.Done(List.of());
    }

    /** What is wrong with a decision of this year; null for nothing. */
    ExemplarOutcome.Refused fault(String number, LocalDate decidedOn, int year) {
        if (number == null || number.isBlank() || number.strip().length() > LONGEST_NUMBER) {
            return new ExemplarOutcome.Refused("number", "exemplar.refused.number");
        }
        return decidedOn == null || decidedOn.isAfter(today()) || decidedOn.getYear() != year
                ? new ExemplarOutcome.Refused("date", "exemplar.refused.date")
                : null;
    }

    /** Those that may be shown, with their names as they are today. */
    private List<Shown> shown(List<Exemplar> exemplars) {
        var named = people.find(exemplars.stream()
                .map(exemplar -> exemplar.object().honour())
                .filter(Objects::nonNull)
                .toList());
        var names = units.namesOf(exemplars.stream().map(Exemplar::unit).toList());
        return exemplars.stream()
                .filter(exemplar -> exemplar.object().honour() == null
                        || named.containsKey(exemplar.object().honour()))
                .map(exemplar -> shown(exemplar, named, names.getOrDefault(exemplar.unit(), "")))
                .toList();
    }

    private Shown shown(Exemplar exemplar, Map<String, HonouredPeople.Honoured> named, String unit) {
        var object = exemplar.object();
        return switch (object.kind()) {
            case COLLECTIVE -> new Shown(exemplar, object.collective(), unit, null);
            case PERSON -> {
                var person = named.get(object.honour());
                yield new Shown(exemplar, person.name() + ", " + person.unitName(), unit, null);
            }
            case SITE ->
                new Shown(
                        exemplar,
                        sites.find(object.site()).map(ModelSite::name).orElse(""),
                        unit,
                        "/dossiers/model-site/" + object.site());
        };
    }

    int levelOf(UnitId unit) {
        return units.find(unit).map(Unit::level).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
