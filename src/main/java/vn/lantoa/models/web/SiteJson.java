package vn.lantoa.models.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.models.Claims;
import vn.lantoa.models.Count;
import vn.lantoa.models.Measures;
import vn.lantoa.models.ModelSite;
import vn.lantoa.models.Recognitions;
import vn.lantoa.models.Reviews;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Sites as the API answers them. */
@Component
class SiteJson {

    private final Claims claims;
    private final Reviews reviews;
    private final Recognitions recognitions;
    private final Measures measures;
    private final Units units;

    SiteJson(Claims claims, Reviews reviews, Recognitions recognitions, Measures measures, Units units) {
        this.claims = claims;
        this.reviews = reviews;
        this.recognitions = recognitions;
        this.measures = measures;
        this.units = units;
    }

    /** One site as a line of a list. */
    Map<String, Object> line(ModelSite site) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", site.id().toString());
        body.put("number", site.number());
        body.put("kind", site.kind().toString());
        body.put("unit", unit(site.unit()));
        body.put("name", site.name());
        body.put("place", site.place());
        body.put("host", site.host());
        body.put("state", site.state());
        body.put("stateSince", site.stateSince());
        body.put("recognisedLevel", site.recognisedLevel());
        body.put("groups", count(site.groups()));
        body.put("members", count(site.members()));
        body.put("reviewDue", site.reviewDue());
        body.put("source", site.source() == null ? null : site.source().toString());
        return body;
    }

    /** One site with everything that is kept of it. */
    Map<String, Object> whole(ModelSite site) {
        var body = line(site);
        body.put(
                "claims",
                claims.of(site.id()).stream().map(Claims.Claim::asData).toList());
        body.put("reviews", reviews.of(site.id()));
        body.put(
                "recognitions",
                recognitions.of(site.id()).stream().map(this::recognition).toList());
        body.put(
                "measures",
                measures.of(site.id()).stream()
                        .map(one -> {
                            var measure = new LinkedHashMap<String, Object>();
                            measure.put("measure", one.kind());
                            measure.put("reasonCode", one.reasonCode());
                            measure.put("agreed", one.agreed());
                            measure.put("decisionNumber", one.decisionNumber());
                            measure.put("decidedOn", one.decidedOn());
                            return measure;
                        })
                        .toList());
        return body;
    }

    private Map<String, Object> recognition(Recognitions.Recognition one) {
        var body = new LinkedHashMap<String, Object>();
        body.put("level", one.level());
        body.put("issuer", unit(one.issuer()));
        body.put("number", one.number());
        body.put("decidedOn", one.decidedOn());
        body.put("revokedOn", one.revokedOn());
        body.put("endedAs", one.endedAs());
        return body;
    }

    private static Map<String, Object> count(Count count) {
        return Map.of("amount", count.amount(), "qualifier", count.qualifier().code());
    }

    private Map<String, Object> unit(UnitId id) {
        return units.find(id).map(SiteJson::unit).orElse(null);
    }

    private static Map<String, Object> unit(Unit unit) {
        return Map.of("id", unit.id().toString(), "code", unit.code(), "name", unit.name());
    }
}
