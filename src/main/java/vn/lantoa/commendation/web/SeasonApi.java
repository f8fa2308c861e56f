package vn.lantoa.commendation.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.AwardTitle;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.SeasonCounts;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.commendation.Stages;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The seasons of a unit, what it may propose and what its branch proposed, under {@code /api/v1/units/{id}}. */
@RestController
@RequestMapping("/api/v1/units/{id}")
class SeasonApi {

    private static final int MOST = 1_000;

    private final Seasons seasons;
    private final SeasonCounts counts;
    private final AwardTitles titles;
    private final NomineeAccess access;
    private final AwardPlaces places;
    private final Clock clock;

    SeasonApi(
            Seasons seasons,
            SeasonCounts counts,
            AwardTitles titles,
            NomineeAccess access,
            AwardPlaces places,
            Clock clock) {
        this.seasons = seasons;
        this.counts = counts;
        this.titles = titles;
        this.access = access;
        this.places = places;
        this.clock = clock;
    }

    record Opening(int year) {}

    /** @param season null for the newest of the unit's own */
    record Extension(Long season, int level, String until, String reason) {}

    /** Opens the season of a year for the unit's branch. */
    @PostMapping("/seasons")
    @Requires(value = Right.OPEN_SEASON, of = "unit")
    ResponseEntity<Map<String, Object>> open(
            @PathVariable String id, @RequestBody Opening opening, Actor actor, Locale locale) {
        var outcome = seasons.open(actor, AwardPlaces.unitId(id), opening.year());
        if (outcome instanceof CommendationOutcome.Done done) {
            return ResponseEntity.created(URI.create("/api/v1/units/" + id + "/seasons"))
                    .body(Map.of("id", done.id()));
        }
        throw places.problem(outcome, locale);
    }

    /** Gives the units of one level more time to hand in; the unit must be the one whose season it is. */
    @PostMapping("/season-extensions")
    @Requires(value = Right.OPEN_SEASON, of = "unit")
    ResponseEntity<Void> extend(@PathVariable String id, @RequestBody Extension extension, Actor actor, Locale locale) {
        var unit = places.opener(actor, AwardPlaces.unitId(id));
        var own = places.season(unit, extension.season() == null ? null : Long.toString(extension.season()))
                .filter(one -> one.root().equals(unit.id()));
        if (own.isEmpty()) {
            throw AwardPlaces.refused("season", places.say("season.refused.not-own", locale));
        }
        var outcome = seasons.extend(
                actor,
                own.get().id(),
                extension.level(),
                WrittenDay.posted(extension.until()).orElse(null),
                extension.reason());
        if (outcome instanceof CommendationOutcome.Done) {
            return ResponseEntity.noContent().build();
        }
        throw places.problem(outcome, locale);
    }

    /** Every season the unit takes part in, with its days and the counts of the unit's branch. */
    @GetMapping("/seasons")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> seasons(@PathVariable String id, Actor actor) {
        var unit = places.unit(actor, id);
        return Map.of(
                "items",
                seasons.allFor(unit.id()).stream()
                        .map(season -> json(actor, season, id))
                        .toList());
    }

    private Map<String, Object> json(Actor actor, Season season, String unit) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", season.id());
        body.put("year", season.year());
        body.put("title", season.title());
        body.put("state", season.state());
        var levels =
                new TreeMap<Integer, Stages.Dates>(seasons.stages(season.id()).levels());
        body.put("levels", levels);
        body.put("counts", counts.of(actor, season.id(), AwardPlaces.unitId(unit)));
        return body;
    }

    /** The award titles the unit may propose today, with their legal basis. */
    @GetMapping("/award-titles")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, List<AwardTitle>> titles(@PathVariable String id, Actor actor) {
        return Map.of("items", titles.proposableBy(places.unit(actor, id), LocalDate.now(clock)));
    }

    /** The nominations of the unit's branch in a season, the newest when none is named. */
    @GetMapping("/nominations")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> nominations(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor) {
        var unit = places.unit(actor, id);
        var listed = places.season(unit, season)
                .map(one -> counts.listed(actor, one.id(), unit.id(), MOST))
                .orElse(List.of());
        access.log(actor, listed.stream().map(one -> one.nomination().id()).toList(), "export");
        return Map.of(
                "items",
                listed.stream()
                        .map(one -> {
                            var row = new LinkedHashMap<String, Object>();
                            row.put("id", one.nomination().id().toString());
                            row.put("number", one.nomination().number());
                            row.put("name", one.nominee().name());
                            row.put("unit", one.proposer());
                            row.put("title", one.nomination().title());
                            row.put("state", one.nomination().state());
                            return row;
                        })
                        .toList());
    }
}
