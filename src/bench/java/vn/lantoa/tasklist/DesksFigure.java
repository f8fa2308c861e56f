package vn.lantoa.tasklist;

import java.util.Locale;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;

/** Once a day every open task is looked at: does its post still have a holder where it lies? */
public final class DesksFigure {

    private DesksFigure() {}

    /** Against reading the units of all open tasks by one bare statement. */
    public static void measure(House house, Findings findings) {
        var desks = house.bean(Desks.class);
        var tasks =
                house.jdbc().sql("select count(*) from task").query(Long.class).single();
        findings.times(
                String.format(Locale.ROOT, "The daily look at the desks of %,d open tasks", tasks),
                Timing.of(desks::seatAnew),
                "reading their units",
                Timing.of(() -> house.jdbc()
                        .sql("select count(*) from (select distinct post, unit_id, desk_unit_id from task) t")
                        .query(Long.class)
                        .single()),
                Goal.NONE);
    }
}
