package vn.lantoa.onboarding;

import java.time.LocalDate;
import vn.lantoa.organization.Intake.Known;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;

/** A unit that the file names, gathered from all its rows and held against what exists. */
final class PlannedUnit {

    final int row;
    final String code;
    String name = "";

    /** Two names with the same key are the same name. */
    String nameKey = "";

    String kindText = "";
    String parentText = "";
    String phone;
    LocalDate founded;
    boolean people;

    /** What exists under this code in the branch; null for a new unit. */
    Known known;

    UnitKind kind;
    PlannedUnit parentHere;
    Known parentKnown;
    LocalDate from;
    boolean resolved;
    boolean resolving;

    /** Once it is there. */
    UnitId id;

    PlannedUnit(int row, String code) {
        this.row = row;
        this.code = code;
    }

    boolean fresh() {
        return known == null;
    }

    UnitId parentId() {
        return parentHere != null ? parentHere.id : parentKnown == null ? null : parentKnown.id();
    }

    /** The superior's code; empty when it has none or it is unknown. */
    String parentCode() {
        return parentHere != null ? parentHere.code : parentKnown == null ? "" : parentKnown.code();
    }
}
