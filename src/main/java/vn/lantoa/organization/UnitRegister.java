package vn.lantoa.organization;

import static vn.lantoa.organization.Checks.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;

/**
 * Changes to the tree, each on a date that has come: units are founded, renamed, moved, closed and merged. Every act throws
 * {@link NotVisible} or {@link NotAllowed} when the person may not see, or not manage, the units it names.
 */
@Component
public class UnitRegister {

    /**
     * A unit to be founded.
     *
     * @param parent the superior; null for a root, which only an administrator may found
     */
    public record Founding(String code, String name, UnitKind kind, UnitId parent, LocalDate from, String phone) {}

    private final Units units;
    private final UnitRows rows;
    private final TreeWriter writer;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnitRegister(
            Units units,
            UnitRows rows,
            TreeWriter writer,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.units = units;
        this.rows = rows;
        this.writer = writer;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Founds a unit. */
    @Transactional
    public Change found(Actor by, Founding founding) {
        requireParent(by, founding.parent());
        rows.lock(founding.parent());
        var refused = Checks.first(
                () -> Checks.code(founding.code()),
                () -> Checks.name(founding.name()),
                () -> when(founding.kind() == null, Reason.KIND_MISSING, "kind"),
                () -> Checks.phone(Checks.orNull(founding.phone())),
                () -> Checks.past(founding.from(), today(), "from"),
                () -> taken(founding),
                () -> unfitParent(founding.parent(), founding.kind(), founding.from()));
        if (refused.isPresent()) {
            return refused.get();
        }
        var id = writer.unit(new TreeWriter.NewUnit(
                founding.code(),
                VietnameseText.clean(founding.name()),
                founding.kind(),
                founding.parent(),
                founding.from(),
                null,
                Checks.orNull(founding.phone())));
        tell(
                "unit.founded",
                by,
                id,
                Map.of("code", founding.code(), "from", founding.from().toString()));
        return new Done(id.value());
    }

    /** Gives a unit another name from a day on; its earlier names stay known and found. */
    @Transactional
    public Change rename(Actor by, UnitId id, String name, LocalDate from) {
        var unit = mine(by, id);
        var refused = Checks.first(
                () -> Checks.name(name),
                () -> changeable(unit, from, "from"),
                () -> when(VietnameseText.clean(name).equals(unit.name()), Reason.ALREADY_SO, "name"));
        if (refused.isPresent()) {
            return refused.get();
        }
        rows.changeState(unit, VietnameseText.clean(name), unit.parentId(), from);
        rows.index(id);
        tell("unit.renamed", by, id, Map.of("from", from.toString()));
        return new Done(id.value());
    }

    /** Puts a unit with everything below it under another superior from a day on. */
    @Transactional
    public Change move(Actor by, UnitId id, UnitId parent, LocalDate from) {
        requireParent(by, parent);
        rows.lock(id, parent);
        var unit = mine(by, id);
        var refused = Checks.first(
                () -> changeable(unit, from, "from"),
                () -> when(units.isWithin(id, parent), Reason.CYCLE, "parent"),
                () -> when(parent.equals(unit.parentId()), Reason.ALREADY_SO, "parent"),
                () -> unfitParent(parent, unit.kind(), from));
        if (refused.isPresent()) {
            return refused.get();
        }
        rows.changeState(unit, unit.name(), parent, from);
        rows.rehang(id, parent);
        tell("unit.moved", by, id, Map.of("parent", parent.toString(), "from", from.toString()));
        return new Done(id.value());
    }

    /** Closes a unit without open subordinates; the posts in it end the same day. */
    @Transactional
    public Change close(Actor by, UnitId id, LocalDate lastDay) {
        rows.lock(id);
        var unit = mine(by, id);
        var refused = Checks.first(
                () -> changeable(unit, lastDay, "lastDay"),
                () -> when(!rows.openSubordinates(id).isEmpty(), Reason.HAS_SUBORDINATES, "lastDay"));
        if (refused.isPresent()) {
            return refused.get();
        }
        rows.close(id, lastDay);
        tell("unit.closed", by, id, Map.of("lastDay", lastDay.toString()));
        return new Done(id.value());
    }

    /** Lets one unit go on as another from a day on: its subordinates move there, it is closed the day before. */
    @Transactional
    public Change merge(Actor by, UnitId id, UnitId into, LocalDate on) {
        rows.lock(id, into);
        var unit = mine(by, id);
        var successor = mine(by, into);
        var refused = Checks.first(
                () -> when(id.equals(into), Reason.SAME_UNIT, "into"),
                () -> changeable(unit, on, "on"),
                () -> when(!on.isAfter(unit.validFrom()), Reason.DATES_OUT_OF_ORDER, "on"),
                () -> when(units.isWithin(id, into), Reason.CYCLE, "into"),
                () -> when(successor.validTo() != null, Reason.PARENT_CLOSED, "into"),
                () -> when(successor.level() != unit.level(), Reason.WRONG_LEVEL, "into"),
                () -> subordinatesTooYoung(id, on));
        if (refused.isPresent()) {
            return refused.get();
        }
        for (var subordinate : rows.openSubordinates(id)) {
            var child = units.find(subordinate).orElseThrow();
            rows.changeState(child, child.name(), into, on);
            rows.rehang(subordinate, into);
        }
        rows.close(id, on.minusDays(1));
        rows.succession(id, into, on);
        events.publishEvent(new UnitsMerged(id, into, on));
        tell("unit.merged", by, id, Map.of("into", into.toString(), "on", on.toString()));
        return new Done(into.value());
    }

    /** Sets the office telephone; null or blank removes it. */
    @Transactional
    public Change changePhone(Actor by, UnitId id, String phone) {
        mine(by, id);
        var refused = Checks.phone(Checks.orNull(phone));
        if (refused.isPresent()) {
            return refused.get();
        }
        rows.phone(id, Checks.orNull(phone));
        tell("unit.phone-changed", by, id, Map.of());
        return new Done(id.value());
    }

    /**
     * Passes when the person may change this unit.
     *
     * @throws NotVisible or {@link NotAllowed}
     */
    public void requireManaged(Actor by, UnitId id) {
        mine(by, id);
    }

    private Optional<Refused> taken(Founding founding) {
        return units.findByCode(founding.code()).flatMap(other -> {
            var elsewhere = other.validTo() == null && !other.parent().equals(Optional.ofNullable(founding.parent()));
            return Checks.refuse(elsewhere ? Reason.IN_TWO_BRANCHES : Reason.CODE_TAKEN, "code");
        });
    }

    private Optional<Refused> unfitParent(UnitId id, UnitKind kind, LocalDate from) {
        if (id == null) {
            return Optional.empty();
        }
        var parent = units.find(id);
        if (parent.isEmpty()) {
            return Checks.refuse(Reason.PARENT_UNKNOWN, "parent");
        }
        return Checks.first(
                () -> when(parent.get().validTo() != null, Reason.PARENT_CLOSED, "parent"),
                () -> when(parent.get().level() >= kind.level(), Reason.WRONG_LEVEL, "parent"),
                () -> when(rows.firstDay(id).isAfter(from), Reason.DATES_OUT_OF_ORDER, "from"));
    }

    private Optional<Refused> changeable(Unit unit, LocalDate date, String field) {
        return Checks.first(
                () -> when(unit.validTo() != null, Reason.UNIT_CLOSED, field),
                () -> Checks.past(date, today(), field),
                () -> when(date.isBefore(unit.validFrom()), Reason.DATES_OUT_OF_ORDER, field));
    }

    private Optional<Refused> subordinatesTooYoung(UnitId id, LocalDate on) {
        var tooYoung = rows.openSubordinates(id).stream()
                .anyMatch(child -> units.find(child).orElseThrow().validFrom().isAfter(on));
        return when(tooYoung, Reason.DATES_OUT_OF_ORDER, "on");
    }

    private void requireParent(Actor by, UnitId parent) {
        if (parent == null) {
            access.require(by, Right.OPERATE);
        } else {
            mine(by, parent);
        }
    }

    private Unit mine(Actor by, UnitId id) {
        var unit = units.find(id).orElseThrow(() -> new NotVisible("unit " + id));
        access.require(by, Right.SEE_UNIT, Right.MANAGE_UNITS, id);
        return unit;
    }

    private void tell(String action, Actor by, UnitId unit, Map<String, String> facts) {
        events.publishEvent(new RightsChanged(action, by, "unit:" + unit, unit, facts, Map.of()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
