package vn.lantoa.faults;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F10 and F11: a changed process released at both nodes at one moment; what begins at either node afterwards begins on the new version. */
final class ReleaseRace implements Fault {

    private static final String PROCESS = "unit-report";
    private static final String DAYS = "bpmn/reporting/unit-report.bpmn#AcceptReport#WORKING_DAYS";
    private static final String AUTHOR = "quantri1";
    private static final String LEADER = "lanhdao.tld";
    private static final String SUPERIOR = "canbo.thu-p0";
    private static final int DONE = 200;
    private static final int TOO_LATE = 409;
    private static final int OPENED = 201;

    private final Desk desk = new Desk();

    @Override
    public String code() {
        return "F10+F11";
    }

    @Override
    public String done() {
        return "one change of the report's process released at both nodes at one moment, then a report opened at each";
    }

    @Override
    public int runs(boolean full) {
        return full ? 12 : 5;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var nodes = ground.nodes().addresses();
        var database = ground.nodes().server.client();
        // A period nobody else asks about, so that each opened report is a new one.
        var units = units(database);
        var check = new Check();
        var once = 0;
        var twice = 0;
        for (var run = 0; run < runs; run++) {
            var before = newest(database);
            var draft = draft(nodes.get(0), database, 3 + run % 20);
            var version = database.sql("select version from process_draft where id = ?")
                    .param(Long.valueOf(draft))
                    .query(Long.class)
                    .single();
            var answers = together(nodes, draft, version);
            var done = answers.stream().filter(one -> one == DONE).count();
            once += done >= 1 ? 1 : 0;
            twice += done > 1 ? 1 : 0;
            if (answers.stream().anyMatch(one -> one != DONE && one != TOO_LATE)) {
                check.broke("releasing was answered with " + answers);
            }
            for (var at = 0; at < nodes.size(); at++) {
                opens(nodes.get(at), units.get(run * nodes.size() + at), before + 1, database, check);
            }
        }
        check.cases(runs, once, twice);
        if (newest(database) != versions(database)) {
            check.broke("the versions are not counted without gaps");
        }
        check.engine(database);
        return check.outcome(runs, "%d versions, counted without a gap".formatted(newest(database)));
    }

    private static List<Integer> together(List<URI> nodes, String draft, long version) throws Exception {
        var hands = Executors.newFixedThreadPool(nodes.size());
        var desk = new Desk();
        var answers = hands.invokeAll(nodes.stream()
                .map(node -> (Callable<Integer>)
                        () -> desk.post(node, LEADER, path(draft) + "/release", "{\"version\":" + version + "}")
                                .status())
                .toList());
        hands.shutdown();
        return List.of(answers.get(0).get(), answers.get(1).get());
    }

    /** An offered draft; its id. */
    private String draft(URI node, JdbcClient database, int days) throws Exception {
        var points = "/api/v1/processes/" + PROCESS + "/points";
        var base = desk.read(node, AUTHOR, points).get("base").asText();
        var change = "{\"base\":\"%s\",\"values\":{\"%s\":\"%d\"}}".formatted(base, DAYS, days);
        var draft = desk.put(node, AUTHOR, points, change).body().get("draft").asText();
        var offered = desk.post(node, AUTHOR, path(draft) + "/offer", "{\"reason\":\"thử\"}");
        if (offered.status() != 204) {
            throw new IllegalStateException("the draft was not offered: " + offered);
        }
        return draft;
    }

    private static String path(String draft) {
        return "/api/v1/process-drafts/" + draft;
    }

    private void opens(URI node, String unit, int version, JdbcClient database, Check check) throws Exception {
        var opened = desk.post(
                node, SUPERIOR, "/api/v1/reports", "{\"unit\":\"%s\",\"period\":\"2025-H1\"}".formatted(unit));
        if (opened.status() != OPENED) {
            check.broke("a report was not opened: " + opened);
            return;
        }
        var key = "report:" + opened.body().get("id").asText();
        var on = database.sql(
                        "select d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                                + " where e.business_key_ = ?")
                .param(key)
                .query(Integer.class)
                .single();
        if (on != version) {
            check.broke("a case begun after version %d runs on %d".formatted(version, on));
        }
    }

    private static List<String> units(JdbcClient database) {
        return database.sql(
                        "select u.code from unit u where u.parent_id = (select id from unit where code = 'THU-P0') order by u.id")
                .query(String.class)
                .list();
    }

    private static int newest(JdbcClient database) {
        return database.sql("select max(version_) from act_re_procdef where key_ = ?")
                .param(PROCESS)
                .query(Integer.class)
                .single();
    }

    private static int versions(JdbcClient database) {
        return database.sql("select count(distinct version_) from act_re_procdef where key_ = ?")
                .param(PROCESS)
                .query(Integer.class)
                .single();
    }
}
