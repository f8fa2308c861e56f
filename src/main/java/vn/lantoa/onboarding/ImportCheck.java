package vn.lantoa.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import vn.lantoa.onboarding.PeoplePlanning.PlannedPost;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.Unit;

/** Holds the rows of an import against each other and against what exists: at the preview, and once more when it is applied. */
@Component
class ImportCheck {

    private final ImportRows rows;
    private final Intake intake;
    private final Clock clock;

    ImportCheck(ImportRows rows, Intake intake, Clock clock) {
        this.rows = rows;
        this.intake = intake;
        this.clock = clock;
    }

    /** The units of the file, each with its place. */
    ImportPlan units(UnitImport imported, Unit branch, IntConsumer read) {
        var plan = new ImportPlan(new ImportFaults(imported.remarks().columns()));
        var units = new UnitPlanning(branch, intake, plan, LocalDate.now(clock));
        rows.pages(imported.id(), page -> {
            page.forEach(units::gather);
            read.accept(page.size());
        });
        units.resolve();
        return plan;
    }

    /** The people of the file, some thousand rows at once. */
    void people(UnitImport imported, ImportPlan plan, Consumer<List<PlannedPost>> posts, IntConsumer read) {
        var homes = plan.units.values().stream()
                .filter(unit -> !unit.fresh() && unit.people)
                .map(unit -> unit.known.id())
                .toList();
        var usernames = new HashSet<String>();
        rows.each(imported.id(), row -> {
            if (!row.get(ImportField.USERNAME).isEmpty()) {
                usernames.add(PeoplePlanning.username(row));
            }
        });
        var people = new PeoplePlanning(
                plan, intake.peopleOf(homes), intake.takenUsernames(usernames), LocalDate.now(clock));
        rows.pages(imported.id(), page -> {
            posts.accept(page.stream().flatMap(row -> people.read(row).stream()).toList());
            read.accept(page.size());
        });
    }
}
