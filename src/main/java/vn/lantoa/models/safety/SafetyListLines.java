package vn.lantoa.models.safety;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.models.safety.SafetyLists.Row;
import vn.lantoa.models.safety.SafetyLists.Trouble;
import vn.lantoa.models.safety.SafetyResults.Line;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** Lines of a list understood: which unit of the branch or which place is meant, and what is said of it. */
@Component
class SafetyListLines {

    private static final int LONGEST_NAME = 200;
    private static final int NAMESAKES = 20;

    private static final Map<String, SafetyObject> OBJECTS = Map.ofEntries(
            Map.entry("kdc", SafetyObject.KDC),
            Map.entry("khu dan cu", SafetyObject.KDC),
            Map.entry("xa", SafetyObject.XA),
            Map.entry("phuong", SafetyObject.XA),
            Map.entry("dac khu", SafetyObject.XA),
            Map.entry("xa phuong", SafetyObject.XA),
            Map.entry("xa phuong dac khu", SafetyObject.XA),
            Map.entry("cq", SafetyObject.CQ),
            Map.entry("co quan", SafetyObject.CQ),
            Map.entry("dn", SafetyObject.DN),
            Map.entry("doanh nghiep", SafetyObject.DN),
            Map.entry("csgd", SafetyObject.CSGD),
            Map.entry("co so giao duc", SafetyObject.CSGD));

    private final Units units;

    SafetyListLines(Units units) {
        this.units = units;
    }

    /** A line understood, or what speaks against it: the other is null. */
    record Read(Line line, Trouble trouble) {}

    Read read(UnitId branch, SafetyDecision decision, Row row) {
        var name = row.name() == null ? "" : VietnameseText.clean(row.name());
        var object = OBJECTS.get(VietnameseText.fold(row.object() == null ? "" : row.object()));
        if (object == null) {
            return against(row, "safety.list.object", String.valueOf(row.object()));
        }
        var result = SafetyResult.written(row.result());
        if (result.isEmpty()) {
            return against(row, "safety.list.result." + decision.kind(), String.valueOf(row.result()));
        }
        if (result.get().kind() != decision.kind()) {
            return against(row, "safety.list.other-kind." + decision.kind(), String.valueOf(row.result()));
        }
        if (!object.workplace()) {
            return place(decision, row, object, name, result.get());
        }
        var found = unit(branch, row.code(), name);
        return found.isEmpty()
                ? against(
                        row,
                        "safety.list.unit",
                        row.code() == null || row.code().isBlank() ? name : row.code())
                : new Read(new Line(object, found.get().id(), found.get().name(), result.get()), null);
    }

    /** Places have no unit of ours; the rating of the movement counts units only. */
    private static Read place(SafetyDecision decision, Row row, SafetyObject object, String name, SafetyResult result) {
        if (decision.kind() == SafetyDecision.Kind.RATING) {
            return against(row, "safety.list.place-rated", name);
        }
        return name.isEmpty() || name.length() > LONGEST_NAME
                ? against(row, "safety.list.name", name)
                : new Read(new Line(object, null, name, result), null);
    }

    /** By code; without one by its name, when one unit alone of the branch has it. */
    private Optional<Unit> unit(UnitId branch, String code, String name) {
        if (code != null && !code.isBlank()) {
            return units.findByCode(code.strip()).filter(unit -> units.isWithin(branch, unit.id()));
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var folded = VietnameseText.fold(name);
        var named = units.search(name, List.of(branch), null, NAMESAKES).items().stream()
                .filter(unit -> VietnameseText.fold(unit.name()).equals(folded))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static Read against(Row row, String message, Object... args) {
        return new Read(null, new Trouble(row.line(), message, List.of(args)));
    }
}
