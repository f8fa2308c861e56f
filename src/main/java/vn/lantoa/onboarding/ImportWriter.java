package vn.lantoa.onboarding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import vn.lantoa.onboarding.PeoplePlanning.PlannedPost;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.IntakeBatch;
import vn.lantoa.organization.IntakeBatch.Newcomer;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.TreeWriter.NewUnit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Usernames;
import vn.lantoa.organization.VietnameseText;

/** Writes a plan, level by level: whoever stands above is there before who stands below. */
@Component
class ImportWriter {

    private static final int BATCH = 5_000;
    private static final int LEVELS = 4;

    private final ImportCheck check;
    private final ImportRows rows;
    private final Intake intake;

    ImportWriter(ImportCheck check, ImportRows rows, Intake intake) {
        this.check = check;
        this.rows = rows;
        this.intake = intake;
    }

    /** Writes everything within the caller's transaction. */
    void write(UnitImport imported, Actor by, ImportPlan plan, IntConsumer done) {
        var batch = intake.begin(by, imported.unit(), standingOn(imported.unit(), plan));
        var units = units(plan, batch, done);
        var people = new ArrayList<PersonId>();
        var holdings = new ArrayList<Long>();
        var names = new HashSet<String>();
        check.people(
                imported,
                plan,
                posts -> {
                    people.addAll(newcomers(batch, posts, names));
                    holdings.addAll(batch.appoint(posts.stream()
                            .map(post -> new Holding(
                                    post.person().id,
                                    post.post(),
                                    post.person().unit.id,
                                    post.capacity(),
                                    post.responsibility(),
                                    post.from(),
                                    null))
                            .toList()));
                },
                done);
        batch.tell("import:" + imported.id(), imported.fileName());
        rows.made(imported.id(), "U", units.stream().map(UnitId::value).toList());
        rows.made(imported.id(), "P", people.stream().map(PersonId::value).toList());
        rows.made(imported.id(), "H", holdings);
    }

    private static Set<UnitId> standingOn(UnitId branch, ImportPlan plan) {
        var units = new LinkedHashSet<UnitId>();
        units.add(branch);
        for (var unit : plan.units.values()) {
            if (!unit.fresh()) {
                units.add(unit.known.id());
            } else if (unit.parentKnown != null) {
                units.add(unit.parentKnown.id());
            }
        }
        return units;
    }

    private static List<UnitId> units(ImportPlan plan, IntakeBatch batch, IntConsumer done) {
        var made = new ArrayList<UnitId>();
        for (var level = 1; level <= LEVELS; level++) {
            var wanted = level;
            var fresh = plan.units.values().stream()
                    .filter(unit -> unit.fresh() && unit.kind.level() == wanted)
                    .toList();
            for (var start = 0; start < fresh.size(); start += BATCH) {
                var some = fresh.subList(start, Math.min(start + BATCH, fresh.size()));
                made.addAll(found(some, batch));
                done.accept(some.size());
            }
        }
        return made;
    }

    private static List<UnitId> found(List<PlannedUnit> some, IntakeBatch batch) {
        var ids = batch.found(some.stream()
                .map(unit -> new NewUnit(
                        unit.code,
                        VietnameseText.clean(unit.name),
                        unit.kind,
                        unit.parentId(),
                        unit.from,
                        null,
                        unit.phone))
                .toList());
        for (var i = 0; i < ids.size(); i++) {
            some.get(i).id = ids.get(i);
        }
        return ids;
    }

    private List<PersonId> newcomers(IntakeBatch batch, List<PlannedPost> posts, Set<String> names) {
        var fresh = posts.stream()
                .map(PlannedPost::person)
                .filter(person -> person.id == null)
                .distinct()
                .toList();
        names(fresh, names);
        var ids = batch.open(fresh.stream()
                .map(one -> new Newcomer(one.username, one.name, one.email, one.phone, one.unit.id))
                .toList());
        for (var i = 0; i < ids.size(); i++) {
            fresh.get(i).id = ids.get(i);
        }
        return ids;
    }

    /** Proposes sign-in names until none of them is anybody's. */
    private void names(List<PlannedPerson> fresh, Set<String> used) {
        fresh.stream().filter(one -> one.username != null).forEach(one -> used.add(one.username));
        var open = fresh.stream().filter(one -> one.username == null).toList();
        while (!open.isEmpty()) {
            open.forEach(one -> {
                one.username = Usernames.propose(one.name, one.unit.code, used::contains);
                used.add(one.username);
            });
            var taken =
                    intake.takenUsernames(open.stream().map(one -> one.username).toList());
            open = open.stream().filter(one -> taken.contains(one.username)).toList();
        }
    }
}
