package vn.lantoa.models.web;

import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Claims;

/**
 * A claim as the API takes it.
 *
 * @param day of FOUNDED_ON, {@code amount} of the other facts
 */
record Claiming(String fact, String day, Integer amount, String qualifier, String source, String sourceDate) {

    Claims.NewClaim claim() {
        return new Claims.NewClaim(
                SitePlaces.one(Claims.Fact.class, fact),
                SitePlaces.day(day),
                amount,
                Qualifier.ofCode(qualifier),
                source,
                SitePlaces.day(sourceDate));
    }
}
