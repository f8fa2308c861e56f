package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The seasons of commendation: one a year for a branch, opened by hand or by the day of the table. */
@Component("awardSeasons")
public class Seasons {

    private final SeasonRows rows;
    private final SeasonRules rules;
    private final Processes processes;
    private final CommendationStory story;
    private final Units units;
    private final Access access;
    private final Clock clock;

    Seasons(
            SeasonRows rows,
            SeasonRules rules,
            Processes processes,
            CommendationStory story,
            Units units,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.processes = processes;
        this.story = story;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    public Optional<Season> find(long id) {
        return rows.find(id);
    }

    /** The open seasons a unit takes part in: of itself and of the units above it, the newest first. */
    public List<Season> openFor(UnitId unit) {
        return allFor(unit).stream()
                .filter(season -> season.state() == Season.State.OPEN)
                .toList();
    }

    /** Every season a unit takes or took part in, the newest first. */
    public List<Season> allFor(UnitId unit) {
        return rows.of(units.pathTo(unit).stream().map(Unit::id).toList());
    }

    /** The days of a season by level. */
    public Stages stages(long season) {
        return rows.stages(season);
    }

    /**
     * Opens the season of a year for a unit's branch.
     *
     * @throws vn.lantoa.organization.NotAllowed when the actor may not
     */
    @Transactional
    public CommendationOutcome open(Actor actor, UnitId root, int year) {
        access.require(actor, Right.SEE_UNIT, Right.OPEN_SEASON, root);
        var thisYear = LocalDate.now(clock).getYear();
        if (year < thisYear || year > thisYear + 1) {
            return CommendationOutcome.Refused.at("year", "season.refused.year", thisYear, thisYear + 1);
        }
        return opened(actor, root, year);
    }

    /**
     * Gives the units of one level more time to hand in; the named authority is the unit whose season it is.
     *
     * @param until the new last day: later than today and than the one before, within the season's year
     * @param reason why, which everybody reads who takes part
     */
    @Transactional
    public CommendationOutcome extend(Actor actor, long id, int level, LocalDate until, String reason) {
        var season = rows.find(id).orElseThrow(() -> new NotVisible("season " + id));
        access.require(actor, Right.SEE_UNIT, Right.OPEN_SEASON, units.answering(season.root()));
        rows.lock(id);
        if (season.state() == Season.State.CLOSED) {
            return CommendationOutcome.Conflict.of("season.conflict.closed");
        }
        var now = rows.stages(id).of(level).map(Stages.Dates::nominateBy);
        if (now.isEmpty()) {
            return CommendationOutcome.Refused.at("level", "season.refused.level");
        }
        if (until == null
                || !until.isAfter(now.get())
                || until.isBefore(LocalDate.now(clock))
                || until.getYear() != season.year()) {
            return CommendationOutcome.Refused.at(
                    "until", "season.refused.until", CommendationWords.day(now.get()), season.year());
        }
        if (reason == null || reason.isBlank() || reason.length() > 1000) {
            return CommendationOutcome.Refused.at("reason", "season.refused.reason");
        }
        rows.extend(id, level, until);
        story.season(
                season,
                "extended",
                actor,
                Right.OPEN_SEASON,
                reason.strip(),
                Integer.toString(level),
                CommendationWords.day(until));
        return new CommendationOutcome.Done(id);
    }

    /** The same by the day of the table; {@code actor} null for the house itself. */
    @Transactional
    CommendationOutcome opened(Actor actor, UnitId root, int year) {
        rows.holdOpenings();
        if (rows.find(root, year).isPresent()) {
            return CommendationOutcome.Conflict.of("season.conflict.opened-twice", year);
        }
        var above =
                openFor(root).stream().filter(season -> season.year() == year).findFirst();
        if (above.isPresent()) {
            return CommendationOutcome.Conflict.of(
                    "season.conflict.above",
                    year,
                    units.find(above.get().root()).map(Unit::name).orElse(""));
        }
        var id = rows.insert(root, year, actor == null ? null : actor.id(), rules.stages(year));
        var season = rows.find(id).orElseThrow();
        processes.start(Words.SEASON, season.dossier(), Map.of());
        story.season(season, "opened", actor, Right.OPEN_SEASON, null);
        return new CommendationOutcome.Done(id);
    }
}
