package vn.lantoa.onboarding;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.onboarding.UnitImport.Sums;

/** What a file would do to the tree as it stands now. */
final class ImportPlan {

    final Map<String, PlannedUnit> units = new LinkedHashMap<>();
    final ImportFaults faults;
    int peopleNew;
    int peopleKnown;
    int postsNew;

    ImportPlan(ImportFaults faults) {
        this.faults = faults;
    }

    Sums sums(int readFaults, int readRemarks) {
        var fresh = (int) units.values().stream().filter(PlannedUnit::fresh).count();
        return new Sums(
                fresh,
                units.size() - fresh,
                peopleNew,
                peopleKnown,
                postsNew,
                faults.count(ImportFault.Weight.FAULT) + readFaults,
                faults.count(ImportFault.Weight.CONFLICT),
                faults.count(ImportFault.Weight.REMARK) + readRemarks);
    }
}
