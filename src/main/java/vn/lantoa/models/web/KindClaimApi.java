package vn.lantoa.models.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.models.Claims;
import vn.lantoa.models.KindId;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** What sources say about kinds, under {@code /api/v1}; what stands there is read with the kind. */
@RestController
@RequestMapping("/api/v1/model-kinds/{id}/claims")
class KindClaimApi {

    private final Claims claims;
    private final SitePlaces places;

    KindClaimApi(Claims claims, SitePlaces places) {
        this.claims = claims;
        this.places = places;
    }

    @PostMapping
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ResponseEntity<Map<String, Object>> claim(
            @PathVariable String id, @RequestBody Claiming claiming, Actor actor, Locale locale) {
        var kind = KindId.inAddress(id);
        var claim = places.done(claims.enter(actor, kind, claiming.claim()), locale);
        return ResponseEntity.created(URI.create("/api/v1/model-kinds/" + kind))
                .body(Map.of("id", Long.toString(claim)));
    }

    @PostMapping("/{claim}/choice")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ResponseEntity<Void> choose(@PathVariable String id, @PathVariable String claim, Actor actor, Locale locale) {
        places.done(claims.choose(actor, KindId.inAddress(id), AddressId.of("claim", claim)), locale);
        return ResponseEntity.noContent().build();
    }
}
