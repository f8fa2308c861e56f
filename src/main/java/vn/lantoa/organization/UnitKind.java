package vn.lantoa.organization;

/** The kinds of union units (DOMAIN §4.1); message keys {@code unit.kind.<NAME>}. */
public enum UnitKind {
    CONFEDERATION(1),
    PROVINCIAL_FEDERATION(2),
    SECTOR_UNION(2),
    CORPORATION_UNION(2),
    UPPER_UNION(3),
    COMMUNE_UNION(3),
    IZ_UNION(3),
    GRASSROOTS_UNION(4),
    OCCUPATIONAL_UNION(4);

    private final int level;

    UnitKind(int level) {
        this.level = level;
    }

    /** The level a unit of this kind stands on (Luật Công đoàn 50/2024/QH15, Điều 8). */
    public int level() {
        return level;
    }
}
