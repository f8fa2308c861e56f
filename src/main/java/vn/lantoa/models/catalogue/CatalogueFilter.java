package vn.lantoa.models.catalogue;

import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.UnitId;

/**
 * What of the catalogue is asked for.
 *
 * @param words beginnings of words, without regard to diacritics; empty for all
 * @param kind null for all, as what follows
 * @param place the unit in whose branch sites lie
 * @param level the union level whose recognition is in force
 * @param after the place the last page named, null at the start
 */
public record CatalogueFilter(
        String words, KindId kind, UnitId place, SiteState state, Integer level, Due due, String after) {

    /** Which reviews are looked for; those of a filter come with the oldest due day first. */
    public enum Due {
        /** The day is over. */
        PAST,
        /** The day lies in this month or is over. */
        MONTH
    }

    /** Everything one may see. */
    public static CatalogueFilter everything() {
        return new CatalogueFilter("", null, null, null, null, null, null);
    }

    /** The same from another place on. */
    public CatalogueFilter from(String place) {
        return new CatalogueFilter(words, kind, this.place, state, level, due, place);
    }
}
