package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A union unit as it stands on one date.
 *
 * @param level 1 Confederation, 2 province or sector, 3 immediate upper level, 4 grassroots
 * @param parentId the superior unit, null for a root
 * @param validTo the last day on which this state holds, null while it is open
 * @param phone the office telephone, null when unknown
 */
public record Unit(
        UnitId id,
        String code,
        String name,
        int level,
        UnitKind kind,
        UnitId parentId,
        LocalDate validFrom,
        LocalDate validTo,
        String phone) {

    /** The superior, empty for a root: any unit can be the root of an installation. */
    public Optional<UnitId> parent() {
        return Optional.ofNullable(parentId);
    }
}
