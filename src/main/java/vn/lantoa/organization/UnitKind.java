package vn.lantoa.organization;

/** The kinds of union units (DOMAIN §4.1); message keys {@code unit.kind.<NAME>}. */
public enum UnitKind {
    CONFEDERATION,
    PROVINCIAL_FEDERATION,
    SECTOR_UNION,
    CORPORATION_UNION,
    UPPER_UNION,
    COMMUNE_UNION,
    IZ_UNION,
    GRASSROOTS_UNION,
    OCCUPATIONAL_UNION
}
