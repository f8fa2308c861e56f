package vn.lantoa.onboarding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.Intake.Known;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.VietnameseText;

/** Gathers the units of a file from all its rows and meets those that exist. */
final class UnitPlanning {

    private final Unit branch;
    private final Intake intake;
    private final ImportPlan plan;
    private final ImportFaults faults;
    private final LocalDate today;

    private final Map<String, String> texts = new HashMap<>();
    private Map<String, Known> known = Map.of();

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
        same(row, ImportField.KIND, unit.kindText, unit)
                .ifPresent(text -> plan.units.get(code).kindText = shared(text));
        same(row, ImportField.PARENT, unit.parentText, unit)
                .ifPresent(text -> plan.units.get(code).parentText = shared(text));
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
        var knownNames = intake.byName(branch.id(), names);
        plan.units.values().forEach(this::meet);
        new UnitPlaces(branch, intake, plan, known, knownNames).resolve();
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

    /** A hundred thousand rows name few superiors and fewer kinds. */
    private String shared(String text) {
        return texts.computeIfAbsent(text, one -> one);
    }

    private void name(ImportRow row, String text) {
        var unit = plan.units.get(code(row.get(ImportField.CODE)));
        unit.name = text;
        unit.nameKey = Intake.nameKey(text);
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
            unit.resolved = true;
            return;
        }
        unit.known = there;
        unit.id = there.id();
        unit.kind = there.kind();
        unit.from = there.firstDay();
        if (there.closed()) {
            faults.add(unit.row, ImportField.CODE, Reason.UNIT_CLOSED, unit.code, there.name());
        }
        if (!unit.name.isEmpty() && !unit.nameKey.equals(Intake.nameKey(there.name()))) {
            faults.add(unit.row, ImportField.NAME, Reason.SAME_CODE_OTHER_NAME, unit.name, there.name());
        }
    }
}
