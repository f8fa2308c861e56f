package vn.lantoa.commendation.web;

import java.time.ZoneId;
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
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.Consents;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** What is kept about a nominee's data under {@code /api/v1/nominations/{id}}: who read it, and that the consent was taken back. */
@RestController
@RequestMapping("/api/v1/nominations/{id}")
class NominationRecordApi {

    private static final int MOST = 500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Nominations nominations;
    private final Consents consents;
    private final NomineeAccess access;
    private final People people;
    private final AwardPlaces places;

    NominationRecordApi(
            Nominations nominations, Consents consents, NomineeAccess access, People people, AwardPlaces places) {
        this.nominations = nominations;
        this.consents = consents;
        this.access = access;
        this.people = people;
        this.places = places;
    }

    record Withdrawn(String withdrawnOn) {}

    /** The newest readings first. */
    @GetMapping("/access")
    @Requires(value = Right.SEE_NOMINEE_LOG, sight = Right.SEE_NOMINATION, of = "nomination")
    Map<String, List<Map<String, Object>>> readings(@PathVariable String id, Actor actor) {
        var readings = access.of(actor, nominations.see(actor, nomination(id)), MOST);
        return Map.of(
                "items",
                readings.stream()
                        .map(one -> Map.<String, Object>of(
                                "person", people.nameOf(one.by()).orElse(""),
                                "purpose", one.purpose(),
                                "at", one.at().atZone(ZONE).toOffsetDateTime().toString()))
                        .toList());
    }

    @PostMapping("/consent-withdrawal")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "nomination")
    ResponseEntity<Void> withdrawConsent(
            @PathVariable String id, @RequestBody Withdrawn withdrawn, Actor actor, Locale locale) {
        var outcome = consents.withdraw(
                actor,
                nomination(id),
                WrittenDay.posted(withdrawn.withdrawnOn()).orElse(null));
        if (outcome instanceof CommendationOutcome.Done) {
            return ResponseEntity.noContent().build();
        }
        throw places.problem(outcome, locale);
    }

    private static NominationId nomination(String id) {
        return NominationId.of(AddressId.of("nomination", id));
    }
}
