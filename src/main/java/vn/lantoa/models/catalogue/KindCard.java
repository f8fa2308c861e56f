package vn.lantoa.models.catalogue;

import vn.lantoa.models.ModelKind;

/**
 * A kind on the shelf, with what lives of it.
 *
 * @param sites alive ones, as groups and members; those overdue for review are in {@code overdue} alone
 * @param provinces in how many branches of level 2
 * @param picture of what its picture tells, null when it has none
 */
public record KindCard(
        ModelKind kind, long sites, long groups, long members, long overdue, long provinces, String picture) {}
