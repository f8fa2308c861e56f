package vn.lantoa.tasklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;
import vn.lantoa.organization.Actor;

/** A page of 25 of one person's tasks, and the search on it, against bare indexed SQL and against fewer open tasks. */
public final class TaskPageFigure {

    private static final int ROUNDS = 201;
    private static final String DESK = "select t.* from task t where t.post = ? and t.desk_unit_id = ?";
    private static final String ORDER = " order by t.due_key, t.id limit 26";
    private static final String WITH_WORD =
            " and exists (select 1 from task_word w where w.task_id = t.id and w.word >= ? and w.word < ?)";

    private final House house;
    private final Findings findings;
    private final TaskList list;
    private final LocalDate today;

    public TaskPageFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
        this.list = house.bean(TaskList.class);
        this.today = LocalDate.now(house.bean(Clock.class));
    }

    /**
     * The page.
     *
     * @param small the database with few open tasks, {@code large} the one with many
     * @return the median in each of these databases, for the table of engines
     */
    public double[] page(Actor actor, String small, String large, List<String> databases) {
        var everything = TaskFilter.everything();
        var tasks = in(large, this::open);
        var medians = Timing.medians(
                ROUNDS,
                doing(small, () -> list.page(actor, everything, today)),
                doing(large, () -> list.page(actor, everything, today)),
                doing(large, () -> bare(actor, DESK + ORDER)));
        var rows = in(large, () -> list.page(actor, everything, today).size());
        if (rows != 26) {
            throw new IllegalStateException("the page has " + rows + " rows");
        }
        findings.times(
                String.format(Locale.ROOT, "The task page's query of 25 rows, %,d open tasks", tasks),
                medians[1],
                "the bare indexed statement",
                medians[2],
                Goal.PAGE_AGAINST_BARE_SQL);
        findings.times(
                String.format(Locale.ROOT, "The same with %,d open tasks against fewer", tasks),
                medians[1],
                String.format(Locale.ROOT, "%,d open tasks", in(small, this::open)),
                medians[0],
                Goal.PAGE_WITH_A_MILLION);
        var views = Timing.medians(
                ROUNDS / 3, doing(large, () -> house.bean(Tasklist.class).openFor(actor, everything)));
        findings.times("The same with units and people by name", views[0], "the query alone", medians[1], Goal.NONE);
        return Timing.medians(
                ROUNDS,
                databases.stream()
                        .map(database -> doing(database, () -> {
                            list.page(actor, everything, today);
                        }))
                        .toArray(Runnable[]::new));
    }

    /** The search for the beginning of a word on a desk with so many tasks. */
    public void search(Actor actor, String large, String prefix, String whose, int rounds) {
        var filter = new TaskFilter(prefix, null, null, null, null, 25, null);
        var desk = in(large, () -> onDesk(actor));
        var found = in(large, () -> list.page(actor, filter, today).size());
        var medians = Timing.medians(
                rounds,
                doing(large, () -> list.page(actor, filter, today)),
                doing(large, () -> bare(actor, DESK + WITH_WORD + ORDER, prefix, prefix + Character.MAX_VALUE)));
        findings.times(
                String.format(
                        Locale.ROOT,
                        "Search for words beginning with \"%s\" over %,d tasks, %s (%,d on the desk, %d rows on the page)",
                        prefix,
                        in(large, this::open),
                        whose,
                        desk,
                        Math.min(25, found)),
                medians[0],
                "the bare indexed statement",
                medians[1],
                Goal.SEARCH_AGAINST_BARE_SQL);
        house.databases()
                .in(
                        large,
                        () -> findings.show(
                                "Plan of the search for \"" + prefix + "\", " + whose,
                                house.plan(house.databases()
                                        .statementsOf(() -> list.page(actor, filter, today))
                                        .get(0))));
    }

    private long open() {
        return house.jdbc().sql("select count(*) from task").query(Long.class).single();
    }

    private long onDesk(Actor actor) {
        return house.jdbc()
                .sql("select count(*) from task where post = ? and desk_unit_id = ?")
                .params(post(actor), unit(actor))
                .query(Long.class)
                .single();
    }

    /** What a program without our rules would send: its rows read to the last column. */
    private int bare(Actor actor, String sql, String... words) {
        try (Connection connection = house.bean(DataSource.class).getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, post(actor));
            statement.setLong(2, unit(actor));
            for (var i = 0; i < words.length; i++) {
                statement.setString(3 + i, words[i]);
            }
            var rows = statement.executeQuery();
            var columns = rows.getMetaData().getColumnCount();
            var read = 0;
            while (rows.next()) {
                for (var i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                read++;
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String post(Actor actor) {
        return actor.holdings().iterator().next().post().code();
    }

    private static long unit(Actor actor) {
        return actor.holdings().iterator().next().unit().value();
    }

    private Runnable doing(String database, Runnable work) {
        return () -> {
            house.databases().use(database);
            work.run();
        };
    }

    private <T> T in(String database, java.util.function.Supplier<T> work) {
        house.databases().use(database);
        return work.get();
    }
}
