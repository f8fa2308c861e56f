package vn.lantoa.tasklist;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.dossier.Expectations.Expected;
import vn.lantoa.notification.OwnAddress;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.FeedTokens;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.VietnameseText;

/** A person's due dates for the calendar of a phone: open tasks, and the reports the unit will owe. Whole days, so that no zone moves them. */
@Component
public class CalendarFeed {

    /** A calendar with more than this is no calendar. */
    private static final int MOST_TASKS = 500;

    private final FeedTokens tokens;
    private final Tasklist tasklist;
    private final NextExpected expected;
    private final Clock clock;
    private final OwnAddress address;

    CalendarFeed(FeedTokens tokens, Tasklist tasklist, NextExpected expected, Clock clock, OwnAddress address) {
        this.tokens = tokens;
        this.tasklist = tasklist;
        this.expected = expected;
        this.clock = clock;
        this.address = address;
    }

    /**
     * The calendar that a secret address opens, as RFC 5545 writes it; the same text as long as nothing changed.
     *
     * @throws NotVisible when the address is unknown or revoked
     */
    public String of(String secret) {
        var actor = tokens.ownerOf(secret).orElseThrow(() -> new NotVisible("calendar"));
        var calendar = new Calendar();
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId("-//Lan Toa//Lan Toa//VI"));
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Lan Tỏa: việc và hạn báo cáo"));
        calendar.add(new XProperty("X-WR-TIMEZONE", VietnamTime.ZONE.getId()));
        var tasks = tasksOf(actor);
        tasks.forEach(task -> calendar.add(event(task)));
        var dossiers = tasks.stream().map(TaskView::dossier).collect(Collectors.toSet());
        var today = LocalDate.now(clock);
        for (var unit : expected.unitsOf(actor)) {
            expected.of(unit, today, today.plusYears(1)).stream()
                    .filter(one -> one.dossier() == null || !dossiers.contains(one.dossier()))
                    .forEach(one -> calendar.add(event(one, unit)));
        }
        return calendar.toString();
    }

    private List<TaskView> tasksOf(Actor actor) {
        var tasks = new ArrayList<TaskView>();
        Cursor after = null;
        do {
            var page = tasklist.openFor(actor, new TaskFilter(null, null, null, null, TaskFilter.Sort.DUE, 100, after));
            page.items().stream().filter(task -> task.due() != null).forEach(tasks::add);
            after = page.next() == null ? null : Cursor.of(page.next());
        } while (after != null && tasks.size() < MOST_TASKS);
        return tasks;
    }

    private VEvent event(TaskView task) {
        var event = event("task-" + task.id(), task.due(), task.name() + ": " + task.title(), task.createdAt());
        event.add(new Description(task.processName()
                + (task.unit() == null ? "" : " – " + task.unit().name())));
        event.add(new Url(URI.create(address.of("/tasks/" + task.id()))));
        return event;
    }

    private VEvent event(Expected one, Unit unit) {
        var event = event(one.key(), one.due(), "Hạn nộp: " + one.title() + " – " + unit.name(), announced(one.due()));
        event.add(new Url(URI.create(address.of("/tasks"))));
        return event;
    }

    /** Nobody announced it at a moment; the feed must stay the same from one reading to the next. */
    private static Instant announced(LocalDate due) {
        return due.withDayOfYear(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    private static VEvent event(String id, LocalDate day, String summary, Instant stamp) {
        var event = new VEvent(false);
        event.add(new Uid(id + "@lantoa"));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(new ParameterList(List.of(Value.DATE)), day));
        event.add(new Summary(VietnameseText.clean(summary)));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
