package vn.lantoa.onboarding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.Intake.Known;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitKind;

/** Finds each unit's place in the tree: its superior by code or name, then the kind and the first day that depend on it. */
final class UnitPlaces {

    /** The tree has four levels: a longer chain of blank kinds leads nowhere. */
    private static final int DEEPEST = 8;

    private final Unit branch;
    private final Intake intake;
    private final ImportPlan plan;
    private final ImportFaults faults;
    private final Map<String, Known> known;
    private final Map<String, List<Known>> knownNames;
    private final Map<String, List<PlannedUnit>> parentNames = new HashMap<>();
    private Known itself;

    /**
     * @param known by code
     * @param knownNames the branch's units by the key of their names
     */
    UnitPlaces(
            Unit branch,
            Intake intake,
            ImportPlan plan,
            Map<String, Known> known,
            Map<String, List<Known>> knownNames) {
        this.branch = branch;
        this.intake = intake;
        this.plan = plan;
        this.faults = plan.faults;
        this.known = known;
        this.knownNames = knownNames;
    }

    void resolve() {
        namesOfParents();
        plan.units.values().forEach(unit -> place(unit, 0));
        twins();
    }

    private void namesOfParents() {
        var wanted = new HashSet<String>();
        plan.units.values().stream()
                .filter(unit -> !unit.parentText.isEmpty()
                        && byCode(UnitPlanning.code(unit.parentText)).isEmpty())
                .forEach(unit -> wanted.add(Intake.nameKey(unit.parentText)));
        for (var unit : plan.units.values()) {
            if (!wanted.isEmpty() && !unit.name.isEmpty()) {
                if (wanted.contains(unit.nameKey)) {
                    parentNames
                            .computeIfAbsent(unit.nameKey, none -> new ArrayList<>())
                            .add(unit);
                }
            }
        }
    }

    /** Finds the superior first, then the kind and the first day that depend on it. */
    private void place(PlannedUnit unit, int depth) {
        if (unit.resolved) {
            return;
        }
        if (unit.resolving || depth > DEEPEST) {
            unit.resolved = true;
            faults.add(unit.row, ImportField.PARENT, Reason.PARENT_ITSELF, unit.parentText, "");
            return;
        }
        unit.resolving = true;
        if (!unit.code.equals(branch.code())) {
            superior(unit);
        }
        if (unit.parentHere != null) {
            place(unit.parentHere, depth + 1);
        }
        if (unit.resolved) {
            return;
        }
        unit.resolved = true;
        kind(unit);
        if (unit.fresh()) {
            fits(unit);
        } else {
            agrees(unit);
        }
    }

    private void superior(PlannedUnit unit) {
        if (unit.parentText.isEmpty()) {
            unit.parentKnown = unit.fresh() ? itself() : null;
            return;
        }
        var candidates = candidates(unit);
        if (candidates.size() > 1) {
            faults.add(unit.row, ImportField.PARENT, Reason.PARENT_TWICE, unit.parentText, "");
        } else if (candidates.isEmpty()) {
            faults.add(unit.row, ImportField.PARENT, Reason.PARENT_UNKNOWN, unit.parentText, "");
        } else if (candidates.get(0) instanceof PlannedUnit here) {
            unit.parentHere = here.fresh() ? here : null;
            unit.parentKnown = here.known;
        } else {
            unit.parentKnown = (Known) candidates.get(0);
        }
    }

    /** Planned units and known ones; a planned one that is known counts once. */
    private List<Object> candidates(PlannedUnit unit) {
        var byCode = byCode(UnitPlanning.code(unit.parentText));
        if (byCode.isPresent()) {
            return byCode.get() == unit ? List.of() : List.of(byCode.get());
        }
        var key = Intake.nameKey(unit.parentText);
        var found = new ArrayList<Object>();
        parentNames.getOrDefault(key, List.of()).stream()
                .filter(one -> one != unit)
                .forEach(found::add);
        knownNames.getOrDefault(key, List.of()).stream()
                .filter(one -> !plan.units.containsKey(one.code()))
                .forEach(found::add);
        return found;
    }

    private Optional<Object> byCode(String code) {
        if (plan.units.containsKey(code)) {
            return Optional.of(plan.units.get(code));
        }
        return Optional.ofNullable(known.get(code)).filter(Known::mine).map(Object.class::cast);
    }

    private Known itself() {
        if (itself == null) {
            itself = new Known(
                    branch.id(),
                    branch.code(),
                    branch.name(),
                    branch.kind(),
                    branch.parentId(),
                    branch.validTo() != null,
                    intake.firstDay(branch.id()),
                    true);
        }
        return itself;
    }

    private void kind(PlannedUnit unit) {
        var told = unit.kindText.isEmpty() ? Optional.<UnitKind>empty() : ImportWords.kind(unit.kindText);
        if (!unit.kindText.isEmpty() && told.isEmpty()) {
            faults.add(unit.row, ImportField.KIND, Reason.KIND_UNKNOWN, unit.kindText, "");
        } else if (!unit.fresh() && told.isPresent() && told.get() != unit.kind) {
            faults.add(unit.row, ImportField.KIND, Reason.SAME_CODE_OTHER_KIND, unit.kindText, "");
        } else if (unit.fresh()) {
            unit.kind = told.or(() -> ImportWords.kindOfName(unit.name))
                    .or(() -> parentLevel(unit) == 3 ? Optional.of(UnitKind.GRASSROOTS_UNION) : Optional.empty())
                    .orElse(null);
            if (unit.kind == null && parentLevel(unit) > 0 && !unit.name.isEmpty()) {
                faults.add(unit.row, ImportField.KIND, Reason.KIND_UNKNOWN, "", "");
            }
        }
    }

    private void fits(PlannedUnit unit) {
        var level = parentLevel(unit);
        if (unit.kind != null && level > 0 && level >= unit.kind.level()) {
            faults.add(unit.row, ImportField.KIND, Reason.WRONG_LEVEL, unit.kind.name(), unit.parentCode());
        }
        if (unit.parentKnown != null && unit.parentKnown.closed()) {
            faults.add(unit.row, ImportField.PARENT, Reason.PARENT_CLOSED, unit.parentText, unit.parentKnown.name());
        }
        var parentFrom = unit.parentHere != null
                ? unit.parentHere.from
                : unit.parentKnown == null ? null : unit.parentKnown.firstDay();
        unit.from = unit.founded == null ? parentFrom : unit.founded;
        if (unit.founded != null && parentFrom != null && unit.founded.isBefore(parentFrom)) {
            faults.add(
                    unit.row,
                    ImportField.FOUNDED,
                    Reason.DATE_BEFORE_PARENT,
                    day(unit.founded),
                    unit.parentCode() + " " + day(parentFrom));
        }
    }

    private void agrees(PlannedUnit unit) {
        var moved = unit.parentHere != null
                || unit.parentKnown != null && !unit.parentKnown.id().equals(unit.known.parent());
        if (moved) {
            faults.add(unit.row, ImportField.PARENT, Reason.SAME_CODE_OTHER_PLACE, unit.parentText, unit.code);
        }
    }

    /** The same name twice below the same superior is more often a slip than two units. */
    private void twins() {
        var seen = new HashMap<String, PlannedUnit>();
        for (var unit : plan.units.values()) {
            if (!unit.fresh() || unit.name.isEmpty() || unit.parentCode().isEmpty()) {
                continue;
            }
            var twin = seen.putIfAbsent(unit.parentCode() + "|" + unit.nameKey, unit);
            var there = knownNames.getOrDefault(unit.nameKey, List.of()).stream()
                    .filter(one -> !one.closed()
                            && one.parent() != null
                            && one.parent().equals(unit.parentId()))
                    .findFirst();
            if (there.isPresent()) {
                faults.add(
                        unit.row,
                        ImportField.NAME,
                        Reason.SAME_NAME_OTHER_CODE,
                        unit.name,
                        there.get().code());
            } else if (twin != null) {
                faults.add(unit.row, ImportField.NAME, Reason.SAME_NAME_OTHER_CODE, unit.name, twin.code);
            }
        }
    }

    private static int parentLevel(PlannedUnit unit) {
        if (unit.parentHere != null) {
            return unit.parentHere.kind == null ? 0 : unit.parentHere.kind.level();
        }
        return unit.parentKnown == null ? 0 : unit.parentKnown.kind().level();
    }

    private static String day(LocalDate date) {
        return WrittenDay.of(date);
    }
}
