package vn.lantoa.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier.Fact;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** The summary of a site beside its form. */
@Component
class SiteFacts {

    private final SiteRows rows;
    private final ModelKinds kinds;
    private final Claims claims;
    private final Recognitions recognitions;
    private final Twins twins;
    private final SiteWords words;
    private final Units units;

    SiteFacts(
            SiteRows rows,
            ModelKinds kinds,
            Claims claims,
            Recognitions recognitions,
            Twins twins,
            SiteWords words,
            Units units) {
        this.rows = rows;
        this.kinds = kinds;
        this.claims = claims;
        this.recognitions = recognitions;
        this.twins = twins;
        this.words = words;
        this.units = units;
    }

    List<Fact> of(ModelSite site, Locale locale) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("models.field.number", site.number()));
        facts.add(new Fact("models.field.state", words.of("model-site.state." + site.state(), locale)));
        facts.add(new Fact("models.field.kind", kinds.current(site.kind()).name()));
        if (!site.place().isBlank()) {
            facts.add(new Fact("models.field.place", site.place()));
        }
        founded(site, facts, locale);
        facts.add(new Fact("models.field.groups", words.count(site.groups(), locale)));
        facts.add(new Fact("models.field.members", words.count(site.members(), locale)));
        recognitions
                .highest(site.id())
                .ifPresent(one -> facts.add(new Fact(
                        "models.field.recognition",
                        words.of(
                                "models.recognition",
                                locale,
                                one.number(),
                                SiteWords.day(one.decidedOn()),
                                units.find(one.issuer()).map(Unit::name).orElse("")))));
        if (site.reviewDue() != null) {
            facts.add(new Fact("models.field.review-due", SiteWords.day(site.reviewDue())));
        }
        if (site.source() != null) {
            rows.find(site.source())
                    .ifPresent(source -> facts.add(new Fact("models.field.source", twins.named(source))));
        }
        var same = twins.of(site.id());
        if (!same.isEmpty()) {
            facts.add(new Fact(
                    "models.field.twins", same.stream().map(twins::named).collect(Collectors.joining("; "))));
        }
        return facts;
    }

    /** Where sources differ, the one that counts is shown and said to be disputed. */
    private void founded(ModelSite site, List<Fact> facts, Locale locale) {
        claims.of(site.id()).stream()
                .filter(claim -> claim.fact() == Claims.Fact.FOUNDED_ON && claim.chosen())
                .forEach(claim -> facts.add(new Fact(
                        "models.field.founded",
                        claim.conflict()
                                ? words.of("models.disputed", locale, SiteWords.day(claim.day()))
                                : SiteWords.day(claim.day()))));
    }
}
