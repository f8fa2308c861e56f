package vn.lantoa.commendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Nominations as dossiers. A title never holds the nominee's name: it goes into mails, notices and lists of tasks. */
@Component
class NominationDossiers implements Dossier.Type {

    private final NominationRows rows;
    private final SeasonRows seasons;
    private final AwardTitles titles;
    private final Independence independence;
    private final Eligibility eligibility;
    private final Consents consents;
    private final NominationReading reading;
    private final CommendationWords words;
    private final Units units;
    private final UnitSuccessions successions;
    private final Access access;

    NominationDossiers(
            NominationRows rows,
            SeasonRows seasons,
            AwardTitles titles,
            Independence independence,
            Eligibility eligibility,
            Consents consents,
            NominationReading reading,
            CommendationWords words,
            Units units,
            UnitSuccessions successions,
            Access access) {
        this.rows = rows;
        this.seasons = seasons;
        this.titles = titles;
        this.independence = independence;
        this.eligibility = eligibility;
        this.consents = consents;
        this.reading = reading;
        this.words = words;
        this.units = units;
        this.successions = successions;
        this.access = access;
    }

    @Override
    public String type() {
        return NominationId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? rows.find(NominationId.of(Long.parseLong(id))).map(this::dossier) : Optional.empty();
    }

    @Override
    public Map<String, Dossier> findAll(Collection<String> ids) {
        return rows
                .findAll(ids.stream().map(Long::parseLong).map(NominationId::of).toList())
                .stream()
                .collect(Collectors.toMap(one -> one.id().toString(), this::dossier));
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(NominationId.of(dossier.key()));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_NOMINATION, dossier.unit());
    }

    /** The reviewing level is where it lies now; where that unit went on as another, that one. */
    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        var nomination = nomination(dossier);
        return role.equals(Words.LEVEL) && nomination.at() != null
                ? successions.answering(nomination.at())
                : dossier.unit();
    }

    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        var nomination = nomination(dossier);
        var level = units.find(unitFor(dossier, step.equals(Words.DRAFT_STEP) ? "own" : Words.LEVEL))
                .map(Unit::level)
                .orElse(0);
        return seasons.stages(nomination.season()).of(level).map(dates -> switch (step) {
            case Words.DRAFT_STEP -> dates.nominateBy();
            case Words.SIGN_STEP, Words.COMMITTEE_STEP -> dates.councilBy();
            case Words.OUTSIDE_STEP -> dates.decideBy();
            default -> dates.reviewBy();
        });
    }

    /** Never: a second person is to be found, as a deputy if need be. */
    @Override
    public boolean fourEyesWaived(Dossier dossier, String step) {
        return false;
    }

    @Override
    public Optional<String> barred(Dossier dossier, String step, PersonId person) {
        return independence.barred(nomination(dossier), step, person);
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var nomination = nomination(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        facts.add(new Dossier.Fact("nomination.field.number", nomination.number()));
        facts.add(
                new Dossier.Fact("nomination.fact.state", words.of("nomination.state." + nomination.state(), locale)));
        title(nomination).ifPresent(title -> facts.add(new Dossier.Fact("nomination.field.title", title.name())));
        if (nomination.from() != null && nomination.to() != null) {
            facts.add(new Dossier.Fact(
                    "nomination.field.period",
                    words.of(
                            "nomination.period",
                            locale,
                            CommendationWords.day(nomination.from()),
                            CommendationWords.day(nomination.to()))));
        }
        if (nomination.at() != null) {
            units.find(nomination.at())
                    .ifPresent(unit -> facts.add(new Dossier.Fact("nomination.fact.at", unit.name())));
        }
        consents.withdrawnOn(nomination.id())
                .ifPresent(day ->
                        facts.add(new Dossier.Fact("nomination.fact.consent-withdrawn", CommendationWords.day(day))));
        if (!nomination.state().ended()) {
            var worst = eligibility.of(nomination.id()).stream()
                    .filter(one -> one.outcome() != EligibilityFinding.Outcome.INFO)
                    .toList();
            facts.add(new Dossier.Fact(
                    "nomination.fact.eligibility",
                    worst.isEmpty()
                            ? words.of("nomination.findings.none", locale)
                            : words.of("nomination.findings.count", locale, worst.size())));
        }
        return facts;
    }

    @Override
    public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
        var nomination = nomination(dossier);
        if (!access.may(actor, Right.PROPOSE_AWARD, dossier.unit())) {
            return List.of();
        }
        var acts = new ArrayList<Dossier.Act>();
        var path = "/awards/nominations/" + nomination.id();
        if (!nomination.state().ended()) {
            acts.add(new Dossier.Act("nomination.act.withdrawal", path + "/withdrawal", List.of("reason")));
        }
        if (consents.standing(nomination.id()).isPresent()) {
            acts.add(new Dossier.Act(
                    "nomination.act.consent-withdrawal", path + "/consent-withdrawal", List.of("withdrawnOn")));
        }
        return acts;
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var links = new ArrayList<Dossier.Link>();
        var nomination = nomination(dossier);
        if (access.may(actor, Right.PROPOSE_AWARD, dossier.unit())) {
            links.add(new Dossier.Link(
                    "nomination.link.consent",
                    "/awards/units/" + dossier.unit() + "/consent-slips?nomination=" + nomination.id()));
        }
        if (access.may(actor, Right.SEE_NOMINEE_LOG, dossier.unit())) {
            links.add(new Dossier.Link("nomination.link.access", "/awards/nominations/" + nomination.id() + "/access"));
        }
        return links;
    }

    @Override
    public Optional<Dossier.Reading> reading(Dossier dossier, Actor actor) {
        return reading.of(nomination(dossier), actor);
    }

    @Override
    public boolean hasLeft(Dossier dossier) {
        return nomination(dossier).state() != NominationState.DRAFT;
    }

    private Dossier dossier(Nomination nomination) {
        return new Dossier(
                nomination.id().dossier(),
                title(
                        title(nomination).map(AwardTitle::name).orElse(null),
                        nomination,
                        units.find(nomination.proposer()).map(Unit::name).orElse("")),
                successions.answering(nomination.proposer()),
                nomination.state().name());
    }

    /** What a nomination is called wherever it is listed; {@code award} null while no title is chosen. */
    static String title(String award, Nomination nomination, String unit) {
        return (award == null ? "Đề nghị khen thưởng" : "Đề nghị tặng " + award) + " – hồ sơ " + nomination.number()
                + " – " + unit;
    }

    private Optional<AwardTitle> title(Nomination nomination) {
        return nomination.title() == null ? Optional.empty() : titles.lastKnown(nomination.title());
    }

    private Nomination nomination(Dossier dossier) {
        return rows.find(NominationId.of(dossier.key())).orElseThrow();
    }
}
