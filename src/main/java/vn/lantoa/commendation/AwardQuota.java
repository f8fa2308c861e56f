package vn.lantoa.commendation;

/**
 * How many of a title one unit may put forward in a season.
 *
 * @param own whether the number is this unit's own, by a row that goes before its level's
 * @param basis the legal basis of the row
 */
public record AwardQuota(int places, boolean own, String basis) {}
