package vn.lantoa.models;

import vn.lantoa.organization.UnitId;

/**
 * A site to propose; what is missing is asked by the form.
 *
 * @param name null to begin with the name of the kind
 * @param place where it is, in words; null when not known yet
 * @param host who hosts it in words of the place; null when not said
 * @param groups how many are expected, {@code members} how many people in them
 */
public record StartSite(UnitId unit, KindId kind, String name, String place, String host, Count groups, Count members) {

    /** One of which only the kind is known. */
    public static StartSite of(UnitId unit, KindId kind) {
        return new StartSite(unit, kind, null, null, null, Count.exactly(0), Count.exactly(0));
    }
}
