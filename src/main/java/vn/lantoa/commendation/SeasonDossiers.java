package vn.lantoa.commendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Seasons as dossiers: what the task list and the dossier page show of them. */
@Component
class SeasonDossiers implements Dossier.Type {

    private final SeasonRows rows;
    private final CommendationWords words;
    private final Units units;
    private final UnitSuccessions successions;
    private final Access access;

    SeasonDossiers(SeasonRows rows, CommendationWords words, Units units, UnitSuccessions successions, Access access) {
        this.rows = rows;
        this.words = words;
        this.units = units;
        this.successions = successions;
        this.access = access;
    }

    @Override
    public String type() {
        return Season.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? rows.find(Long.parseLong(id)).map(this::dossier) : Optional.empty();
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(season(dossier).id());
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_NOMINATION, dossier.unit());
    }

    /** The day of honouring of the season's own level: then it should be summed up. */
    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        return rows.stages(season(dossier).id()).levels().values().stream()
                .map(Stages.Dates::honourOn)
                .max(LocalDate::compareTo);
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var season = season(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        facts.add(new Dossier.Fact("season.fact.state", words.of("season.state." + season.state(), locale)));
        facts.add(new Dossier.Fact("season.fact.under-way", Integer.toString(rows.underWay(season.id()))));
        rows.stages(season.id())
                .levels()
                .forEach((level, dates) -> facts.add(new Dossier.Fact(
                        "season.fact.level." + level,
                        words.of(
                                "season.dates",
                                locale,
                                CommendationWords.day(dates.nominateBy()),
                                CommendationWords.day(dates.decideBy())))));
        return facts;
    }

    private Dossier dossier(Season season) {
        var root = units.find(season.root()).map(Unit::name).orElse("");
        return new Dossier(
                season.dossier(),
                season.title() + " – " + root,
                successions.answering(season.root()),
                season.state().name());
    }

    private Season season(Dossier dossier) {
        return rows.find(Long.parseLong(dossier.key().id())).orElseThrow();
    }
}
