package vn.lantoa.commendation.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.Eligibility;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.NomineeData;
import vn.lantoa.commendation.Sex;
import vn.lantoa.commendation.StartNomination;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Nominations under {@code /api/v1}: begun here, then filled in and moved on as tasks, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1/nominations")
class NominationApi {

    private final Nominations nominations;
    private final Eligibility eligibility;
    private final NomineeAccess access;
    private final AwardPlaces places;
    private final Units units;

    NominationApi(
            Nominations nominations, Eligibility eligibility, NomineeAccess access, AwardPlaces places, Units units) {
        this.nominations = nominations;
        this.eligibility = eligibility;
        this.access = access;
        this.places = places;
        this.units = units;
    }

    /** @param whom {@code person} or {@code collective} */
    record Who(
            String whom,
            String name,
            Sex sex,
            Integer birthYear,
            String post,
            boolean directWorker,
            Integer headcount,
            Integer women) {}

    /** @param unit the proposing unit's id or code; everything else may be missing */
    record Beginning(
            String unit,
            Long season,
            String title,
            String periodFrom,
            String periodTo,
            String achievement,
            Who nominee) {}

    record Reasoned(String reason) {}

    @PostMapping
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ResponseEntity<Map<String, Object>> start(@RequestBody Beginning wanted, Actor actor, Locale locale) {
        var outcome = nominations.start(
                actor,
                new StartNomination(
                        unit(wanted.unit()),
                        wanted.season(),
                        wanted.title(),
                        day("periodFrom", wanted.periodFrom(), locale),
                        day("periodTo", wanted.periodTo(), locale),
                        wanted.achievement(),
                        who(wanted.nominee())));
        var id = done(outcome, locale);
        return ResponseEntity.created(URI.create("/api/v1/nominations/" + id)).body(Map.of("id", Long.toString(id)));
    }

    @GetMapping("/{id}")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "nomination")
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        var nomination = nominations.see(actor, nomination(id));
        access.log(actor, List.of(nomination.id()), "export");
        return json(nomination, nominations.nominees(List.of(nomination.id())).get(nomination.id()));
    }

    @GetMapping("/{id}/eligibility")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "nomination")
    Map<String, Object> eligibility(@PathVariable String id, Actor actor, Locale locale) {
        var nomination = nominations.see(actor, nomination(id));
        return Map.of(
                "items",
                eligibility.of(nomination.id()).stream()
                        .map(one -> Map.of(
                                "rule", one.rule(),
                                "outcome", one.outcome(),
                                "reason", places.say(one.reasonKey(), locale),
                                "basis", one.basis()))
                        .toList());
    }

    @PostMapping("/{id}/withdrawal")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "nomination")
    ResponseEntity<Void> withdraw(
            @PathVariable String id, @RequestBody Reasoned withdrawal, Actor actor, Locale locale) {
        done(nominations.withdraw(actor, nomination(id), withdrawal.reason()), locale);
        return ResponseEntity.noContent().build();
    }

    private Map<String, Object> json(Nomination nomination, Nominee nominee) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", nomination.id().toString());
        body.put("number", nomination.number());
        body.put("season", nomination.season());
        body.put(
                "unit",
                units.find(nomination.proposer()).map(NominationApi::unit).orElse(null));
        body.put("title", nomination.title());
        body.put("state", nomination.state());
        body.put(
                "at",
                nomination.at() == null
                        ? null
                        : units.find(nomination.at()).map(NominationApi::unit).orElse(null));
        body.put("periodFrom", nomination.from());
        body.put("periodTo", nomination.to());
        body.put("achievement", nomination.achievement());
        body.put("publicName", nomination.publicName());
        var who = new LinkedHashMap<String, Object>();
        who.put("whom", nominee.collective() ? "collective" : "person");
        who.put("name", nominee.name());
        who.put("sex", nominee.sex());
        who.put("birthYear", nominee.birthYear());
        who.put("post", nominee.post());
        who.put("directWorker", nominee.directWorker());
        who.put("headcount", nominee.headcount());
        who.put("women", nominee.women());
        body.put("nominee", who);
        return body;
    }

    private static Map<String, Object> unit(Unit unit) {
        return Map.of("id", unit.id().toString(), "code", unit.code(), "name", unit.name());
    }

    private UnitId unit(String unit) {
        if (AddressId.is(unit)) {
            return UnitId.of(unit);
        }
        return units.findByCode(String.valueOf(unit)).map(Unit::id).orElseThrow(() -> new NotVisible("unit " + unit));
    }

    private static NomineeData who(Who who) {
        return who == null
                ? null
                : new NomineeData(
                        "collective".equals(who.whom()),
                        who.name(),
                        who.sex(),
                        who.birthYear(),
                        who.post(),
                        who.directWorker(),
                        who.headcount(),
                        who.women());
    }

    private LocalDate day(String field, String written, Locale locale) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw AwardPlaces.refused(field, places.say("nomination.refused.day", locale));
        }
    }

    private static NominationId nomination(String id) {
        return NominationId.of(AddressId.of("nomination", id));
    }

    private long done(CommendationOutcome outcome, Locale locale) {
        if (outcome instanceof CommendationOutcome.Done done) {
            return done.id();
        }
        throw places.problem(outcome, locale);
    }
}
