package vn.lantoa.rulebook;

import java.time.LocalDate;
import java.util.Map;
import vn.lantoa.organization.UnitId;

/**
 * One dated rule.
 *
 * @param unit the branch whose own rule it is, null for the installation's
 * @param values by column code, as text: {@code 3}, {@code true}, {@code 2027-06-05}; an empty value is left out
 * @param to the last day it holds, null while it has no end
 * @param verification how far the basis was verified (marks of DOMAIN §0), {@code own} when entered here
 */
public record RuleRow(
        UnitId unit, Map<String, String> values, LocalDate from, LocalDate to, String basis, String verification) {

    /** The mark of rows entered by an administrator of this installation. */
    public static final String OWN = "own";

    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    public int number(String column) {
        return Integer.parseInt(values.get(column));
    }

    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }

    public boolean planned(LocalDate today) {
        return from.isAfter(today);
    }

    boolean overlaps(RuleRow other) {
        return (to == null || !to.isBefore(other.from)) && (other.to == null || !other.to.isBefore(from));
    }

    RuleRow until(LocalDate lastDay) {
        return new RuleRow(unit, values, from, lastDay, basis, verification);
    }
}
