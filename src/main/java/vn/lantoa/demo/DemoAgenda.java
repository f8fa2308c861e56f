package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** What is done on which day, in the order of the days; what would lie ahead of today is left out, so the demo may begin on any day. */
final class DemoAgenda {

    private record Entry(LocalDate day, Runnable act) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Notes something; of a day, what was noted first is done first. */
    void on(LocalDate day, Runnable act) {
        entries.add(new Entry(day, act));
    }

    /**
     * Does everything up to today.
     *
     * @param before told of each act's day and minute
     */
    void work(LocalDate today, ObjIntConsumer<LocalDate> before) {
        LocalDate current = null;
        var minutes = 0;
        var due = entries.stream()
                .filter(entry -> !entry.day().isAfter(today))
                .sorted(Comparator.comparing(Entry::day))
                .toList();
        for (var entry : due) {
            if (!entry.day().equals(current)) {
                current = entry.day();
                minutes = 0;
            }
            minutes += 2;
            before.accept(current, minutes);
            entry.act().run();
        }
    }
}
