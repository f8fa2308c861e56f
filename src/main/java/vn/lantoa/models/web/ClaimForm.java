package vn.lantoa.models.web;

import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Claims;

/** What the form of claims posts, as it was typed. */
record ClaimForm(String fact, String day, String amount, String qualifier, String source, String sourceDate) {

    static final ClaimForm EMPTY = new ClaimForm("", "", "", "exact", "", "");

    Claims.NewClaim claim() {
        return new Claims.NewClaim(
                SitePlaces.one(Claims.Fact.class, fact),
                SitePlaces.day(day),
                SitePlaces.number(amount),
                Qualifier.ofCode(qualifier),
                source,
                SitePlaces.day(sourceDate));
    }
}
