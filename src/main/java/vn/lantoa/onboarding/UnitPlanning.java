package vn.lantoa.onboarding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.Intake.Known;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.VietnameseText;

/** Gathers the units of a file and holds them against each other and against the tree. */
final class UnitPlanning {

    /** The tree has four levels: a longer chain of blank kinds leads nowhere. */
    private static final int DEEPEST = 8;

    private final Unit branch;
    private final Intake intake;
    private final ImportPlan plan;
    private final ImportFaults faults;
    private final LocalDate today;

    private Map<String, Known> known = Map.of();
    private Map<String, List<Known>> knownNames = Map.of();
    private final Map<String, List<PlannedUnit>> parentNames = new HashMap<>();

    UnitPlanning(Unit branch, Intake intake, ImportPlan plan, LocalDate today) {
        this.branch = branch;
        this.intake = intake;
        this.plan = plan;
        this.faults = plan.faults;
        this.today = today;
    }

    static String code(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** Takes a row's part about its unit. */
    void gather(ImportRow row) {
        var code = code(row.get(ImportField.CODE));
        if (code.isEmpty()) {
            faults.add(row, ImportField.CODE, Reason.CODE_MISSING);
            return;
        }
        var unit = plan.units.get(code);
        if (unit == null) {
            unit = new PlannedUnit(row.number(), code);
            plan.units.put(code, unit);
        }
        unit.people |= row.namesAPerson();
        same(row, ImportField.NAME, unit.name, unit).ifPresent(text -> name(row, text));
        same(row, ImportField.KIND, unit.kindText, unit).ifPresent(text -> plan.units.get(code).kindText = text);
        same(row, ImportField.PARENT, unit.parentText, unit).ifPresent(text -> plan.units.get(code).parentText = text);
        phone(row, unit);
        founded(row, unit);
    }

    /** After the last row: what exists is asked once, then each unit finds its place. */
    void resolve() {
        var codes = new HashSet<>(plan.units.keySet());
        var names = new HashSet<String>();
        for (var unit : plan.units.values()) {
            if (!unit.parentText.isEmpty()) {
                codes.add(code(unit.parentText));
                names.add(unit.parentText);
            }
            if (!unit.name.isEmpty()) {
                names.add(unit.name);
            }
        }
        known = intake.byCode(branch.id(), codes);
        knownNames = intake.byName(branch.id(), names);
        plan.units.values().forEach(this::meet);
        namesOfParents();
        plan.units.values().forEach(unit -> place(unit, 0));
        twins();
    }

    private Optional<String> same(ImportRow row, ImportField field, String before, PlannedUnit unit) {
        var text = row.get(field);
        if (text.isEmpty() || text.equals(before)) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return Optional.of(text);
        }
        var equal = field == ImportField.NAME
                ? Intake.nameKey(text).equals(Intake.nameKey(before))
                : VietnameseText.fold(text).equals(VietnameseText.fold(before));
        if (!equal) {
            faults.add(row.number(), field, Reason.OTHER_IN_FILE, text, before + " (" + unit.row + ")");
        }
        return Optional.empty();
    }

    private void name(ImportRow row, String text) {
        plan.units.get(code(row.get(ImportField.CODE))).name = text;
        Intake.wrongName(text)
                .ifPresent(reason -> faults.add(
                        row, ImportField.NAME, text.length() > 200 ? Reason.NAME_TOO_LONG : Reason.NAME_MISSING));
    }

    private void phone(ImportRow row, PlannedUnit unit) {
        var phone = row.orNull(ImportField.UNIT_PHONE);
        if (Intake.wrongPhone(phone).isPresent()) {
            faults.add(row, ImportField.UNIT_PHONE, Reason.PHONE_MALFORMED);
        } else if (unit.phone == null) {
            unit.phone = phone;
        }
    }

    private void founded(ImportRow row, PlannedUnit unit) {
        var text = row.get(ImportField.FOUNDED);
        if (text.isEmpty() || unit.founded != null) {
            return;
        }
        var day = ImportWords.day(text).filter(date -> date.getYear() >= 1900);
        if (day.isEmpty()) {
            faults.add(row, ImportField.FOUNDED, Reason.DATE_MALFORMED);
        } else if (day.get().isAfter(today)) {
            faults.add(row, ImportField.FOUNDED, Reason.DATE_IN_FUTURE);
        } else {
            unit.founded = day.get();
        }
    }

    private void meet(PlannedUnit unit) {
        var there = known.get(unit.code);
        if (there == null) {
            if (Intake.wrongCode(unit.code).isPresent()) {
                faults.add(unit.row, ImportField.CODE, Reason.CODE_MALFORMED, unit.code, "");
            } else if (unit.name.isEmpty()) {
                faults.add(unit.row, ImportField.NAME, Reason.NAME_MISSING, "", "");
            }
            return;
        }
        if (!there.mine()) {
            faults.add(unit.row, ImportField.CODE, Reason.CODE_ELSEWHERE, unit.code, "");
            return;
        }
        unit.known = there;
        unit.id = there.id();
        unit.kind = there.kind();
        unit.from = there.firstDay();
        if (there.closed()) {
            faults.add(unit.row, ImportField.CODE, Reason.UNIT_CLOSED, unit.code, there.name());
        }
        if (!unit.name.isEmpty() && !Intake.nameKey(unit.name).equals(Intake.nameKey(there.name()))) {
            faults.add(unit.row, ImportField.NAME, Reason.SAME_CODE_OTHER_NAME, unit.name, there.name());
        }
    }

    private void namesOfParents() {
        var wanted = new HashSet<String>();
        plan.units.values().stream()
                .filter(unit -> !unit.parentText.isEmpty() && byCode(code(unit.parentText)).isEmpty())
                .forEach(unit -> wanted.add(Intake.nameKey(unit.parentText)));
        for (var unit : plan.units.values()) {
            if (!wanted.isEmpty() && !unit.name.isEmpty()) {
                var key = Intake.nameKey(unit.name);
                if (wanted.contains(key)) {
                    parentNames.computeIfAbsent(key, none -> new ArrayList<>()).add(unit);
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
        var byCode = byCode(code(unit.parentText));
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
        return known.getOrDefault(
                branch.code(),
                new Known(
                        branch.id(),
                        branch.code(),
                        branch.name(),
                        branch.kind(),
                        branch.parentId(),
                        branch.validTo() != null,
                        intake.firstDay(branch.id()),
                        true));
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
            if (unit.kind == null && parentLevel(unit) > 0) {
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
                || unit.parentKnown != null
                        && !unit.parentKnown.id().equals(unit.known.parent());
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
            var twin = seen.putIfAbsent(unit.parentCode() + "|" + Intake.nameKey(unit.name), unit);
            var there = knownNames.getOrDefault(Intake.nameKey(unit.name), List.of()).stream()
                    .filter(one -> !one.closed() && one.parent() != null && one.parent().equals(unit.parentId()))
                    .findFirst();
            if (there.isPresent()) {
                faults.add(unit.row, ImportField.NAME, Reason.SAME_NAME_OTHER_CODE, unit.name, there.get().code());
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
        return date.format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }
}
