package vn.lantoa.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** {@code /api/v1/me} and {@code /api/v1/units}. */
@RestController
@RequestMapping("/api/v1")
class OrganizationApi {

    record UnitOfPost(String id, String code, String name, int level) {}

    record HeldPost(String post, UnitOfPost unit) {}

    record Me(String username, String name, List<HeldPost> posts) {}

    record UnitItem(
            String id, String code, String name, int level, String parent, LocalDate validFrom, LocalDate validTo) {}

    record UnitItems(List<UnitItem> items, String next) {}

    private final Units units;
    private final Access access;
    private final VisibleUnits visible;
    private final Clock clock;

    OrganizationApi(Units units, Access access, VisibleUnits visible, Clock clock) {
        this.units = units;
        this.access = access;
        this.visible = visible;
        this.clock = clock;
    }

    @GetMapping("/me")
    @OpenToSignedIn
    Me me(Actor actor) {
        var posts = actor.holdings().stream()
                .map(holding -> {
                    var unit = units.find(holding.unit()).orElseThrow();
                    return new HeldPost(
                            holding.post().code(),
                            new UnitOfPost(unit.id().toString(), unit.code(), unit.name(), unit.level()));
                })
                .toList();
        return new Me(actor.username(), actor.name(), posts);
    }

    @GetMapping("/units")
    @Requires(Right.SEE_UNIT)
    UnitItems units(
            Actor actor,
            @RequestParam(required = false) String parent,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "25") int size) {
        access.require(actor, Right.SEE_UNIT);
        if (size < 1 || size > 500) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        var date = on == null ? LocalDate.now(clock) : on;
        if (q != null && !q.isBlank()) {
            var found = units.search(q, visible.branchesOf(actor), after, size);
            return items(new Page<>(
                    found.items().stream().filter(unit -> stands(unit, date)).toList(), found.next()));
        }
        if (parent == null) {
            return items(new Page<>(visible.topsOf(actor, date), null));
        }
        return items(units.subordinatesOf(visible.require(actor, parentId(parent)), date, after, size));
    }

    private static boolean stands(Unit unit, LocalDate on) {
        return !unit.validFrom().isAfter(on)
                && (unit.validTo() == null || !unit.validTo().isBefore(on));
    }

    private static UnitId parentId(String text) {
        try {
            return UnitId.of(text);
        } catch (NumberFormatException e) {
            throw new NotVisible("unit " + text);
        }
    }

    private static UnitItems items(Page<Unit> page) {
        var items = page.items().stream()
                .map(unit -> new UnitItem(
                        unit.id().toString(),
                        unit.code(),
                        unit.name(),
                        unit.level(),
                        unit.parent().map(UnitId::toString).orElse(null),
                        unit.validFrom(),
                        unit.validTo()))
                .toList();
        return new UnitItems(items, page.next());
    }
}
