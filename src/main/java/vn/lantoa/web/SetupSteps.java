package vn.lantoa.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.rulebook.SetupStep;

/** The list of a new installation: the steps of the house (units, people, backup) and those the packages bring. */
@Component
class SetupSteps {

    private static final Duration FRESH = Duration.ofDays(7);

    private static final String BELOW =
            """
            select count(*) from unit u where u.valid_to is null and u.id not in (select unit_id from practice_unit)
            and (:everywhere = true and u.parent_id is not null
                or exists (select 1 from unit_closure c where c.descendant_id = u.id and c.depth > 0 and c.ancestor_id in (:own)))""";

    private static final String HOLDERS =
            """
            select count(distinct h.post) from post_holding h where h.post in ('canbo', 'lanhdao')
            and h.from_date <= :today and (h.to_date is null or h.to_date >= :today)
            and h.unit_id not in (select unit_id from practice_unit)
            and (:everywhere = true
                or exists (select 1 from unit_closure c where c.descendant_id = h.unit_id and c.ancestor_id in (:own)))""";

    /** A line as the page shows it. */
    record Line(String code, String href, boolean done) {}

    private record Own(String code, int position, String href, boolean ofInstallation, Predicate<Actor> fact)
            implements SetupStep {

        @Override
        public boolean done(Actor actor) {
            return fact.test(actor);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path backupMark;
    private final List<SetupStep> steps;

    /** @param backupMark the file that the backup touches when it has succeeded */
    SetupSteps(
            JdbcClient jdbc,
            Clock clock,
            @Value("${lantoa.backup.mark:./data/last-backup}") Path backupMark,
            List<SetupStep> ofPackages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.backupMark = backupMark;
        var all = new ArrayList<>(ofPackages);
        all.add(new Own("units", 10, "/units", false, actor -> count(BELOW, actor) > 0));
        all.add(new Own("people", 20, "/units", false, actor -> count(HOLDERS, actor) == 2));
        all.add(new Own("backup", 50, "/help/backup", true, actor -> backedUp()));
        all.sort(Comparator.comparingInt(SetupStep::position));
        this.steps = List.copyOf(all);
    }

    /** The steps that concern this person, in order. */
    List<Line> of(Actor actor) {
        return steps.stream()
                .filter(step -> !step.ofInstallation() || actor.holds(Post.ADMINISTRATOR))
                .map(step -> new Line(step.code(), step.href(), step.done(actor)))
                .toList();
    }

    private int count(String sql, Actor actor) {
        var own = actor.unitsAs(Post.UNIT_ADMINISTRATOR).stream()
                .map(unit -> unit.value())
                .toList();
        return jdbc.sql(sql)
                .params(Map.of(
                        "everywhere", actor.holds(Post.ADMINISTRATOR),
                        "own", own.isEmpty() ? List.of(0L) : own,
                        "today", LocalDate.now(clock)))
                .query(Integer.class)
                .single();
    }

    /** The disk's times are real ones, so the machine's clock judges them. */
    private boolean backedUp() {
        try {
            return Files.exists(backupMark)
                    && Files.getLastModifiedTime(backupMark)
                            .toInstant()
                            .isAfter(java.time.Instant.now().minus(FRESH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
