package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.yaml.snakeyaml.Yaml;
import vn.lantoa.diagrams.Parcels;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.TestDatabase;

/** Administrators see what does not go well, and Prometheus the same figures. */
@IntegrationTest
@AutoConfigureObservability(tracing = false)
@TestPropertySource(
        properties = {
            "lantoa.backup.mark=target/test-data/operations/last-backup",
            "lantoa.operations.metrics-kept=0s",
            "lantoa.node.name=may-thu:8080",
            "lantoa.api.basic=true"
        })
class OperationsTest {

    private static final Path MARK = Path.of("target/test-data/operations/last-backup");

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Nodes nodes;

    @Autowired
    Parcels.Post office;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Clock clock;

    Branch branch;
    Actor administrator;

    @BeforeEach
    void grow() throws IOException {
        branch = Branch.grow(context);
        administrator = branch.actor(Post.ADMINISTRATOR, branch.root);
        Files.createDirectories(MARK.getParent());
        Files.deleteIfExists(MARK);
        jdbc.sql("delete from mail").update();
        jdbc.sql("delete from node").update();
        nodes.beat();
    }

    @AfterEach
    void nothing_failed() {
        management.createJobQuery().noRetriesLeft().list().forEach(job -> management.setJobRetries(job.getId(), 1));
    }

    @Test
    void a_silent_node_is_away_and_after_a_day_forgotten() throws Exception {
        page().andExpect(content().string(containsString("1 máy đang chạy và báo về đều.")))
                .andExpect(content().string(containsString("may-thu:8080")))
                .andExpect(content().string(containsString("đang trả lời trang này")));

        heard("may-hai:8080", Duration.ofMinutes(1));
        heard("may-ba:8080", Duration.ofMinutes(3));
        heard("may-cu:8080", Duration.ofHours(25));
        page().andExpect(content().string(containsString("1 máy không báo về quá 2 phút.")))
                .andExpect(content().string(containsString("may-ba:8080")))
                .andExpect(content().string(not(containsString("may-cu:8080"))));
        assertThat(scrape()).contains("lantoa_nodes_alive 2.0");

        nodes.beat();
        assertThat(jdbc.sql("select name from node order by name")
                        .query(String.class)
                        .list())
                .containsExactly("may-ba:8080", "may-hai:8080", "may-thu:8080");
    }

    @Test
    void a_failed_job_is_shown_where_it_can_be_helped() throws Exception {
        page().andExpect(content().string(containsString("Việc tự động chạy đúng lúc")));
        var process =
                office.ship(drawn -> Parcels.changed(drawn, "id=\"Pack\"", "id=\"Pack\" camunda:asyncBefore=\"true\""));
        office.start(process, 2, branch.a1);
        var jobs = management.createJobQuery().processDefinitionKey(process).list();
        assertThat(scrape()).containsPattern("lantoa_jobs_waiting [1-9]").contains("lantoa_jobs_overdue 0.0");

        // One is to be done at once and has no date, the other has one.
        var late = Timestamp.from(clock.instant().minus(Duration.ofMinutes(6)));
        jdbc.sql("update act_ru_job set duedate_ = null, create_time_ = ? where id_ = ?")
                .params(late, jobs.get(0).getId())
                .update();
        jdbc.sql("update act_ru_job set duedate_ = ? where id_ = ?")
                .params(late, jobs.get(1).getId())
                .update();
        page().andExpect(content().string(containsString("2 việc lẽ ra đã bắt đầu hơn 5 phút trước.")));
        assertThat(scrape()).contains("lantoa_jobs_overdue 2.0", "lantoa_jobs_failed 0.0");

        jobs.forEach(job -> management.setJobRetries(job.getId(), 0));
        page().andExpect(content().string(containsString("2 việc đã thử hết số lần và dừng vì lỗi.")))
                .andExpect(content().string(containsString("/processes/" + process + "/watch\">Gửi bưu kiện: 2 việc")));
        assertThat(scrape()).contains("lantoa_jobs_overdue 0.0", "lantoa_jobs_failed 2.0");
        runtime.deleteProcessInstances(
                jobs.stream().map(job -> job.getProcessInstanceId()).toList(), "tidied", true, true);
    }

    @Test
    void mail_that_waits_and_mail_that_was_refused_are_shown() throws Exception {
        page().andExpect(content()
                .string(containsString("chưa được cài đặt để gửi thư; thông báo chỉ hiện trên trang")));
        mail("WAITING", Duration.ofHours(3));
        mail("WAITING", Duration.ofMinutes(1));
        mail("REFUSED", Duration.ofDays(1));
        mail("FAILED", Duration.ofDays(8));
        mail("SENT", Duration.ofDays(1));
        page().andExpect(
                        content().string(containsString("2 thư đang chờ nhưng hệ thống chưa được cài đặt để gửi thư.")))
                .andExpect(content().string(containsString("<dd>3 giờ</dd>")))
                .andExpect(content().string(containsString("href=\"/mail\"")));
        assertThat(scrape())
                .contains("lantoa_mail_waiting 2.0")
                .containsPattern("lantoa_mail_oldest_seconds 108\\d\\d\\.");
    }

    @Test
    void a_backup_that_never_was_or_is_old_warns() throws Exception {
        page().andExpect(content().string(containsString("Chưa có bản sao lưu nào.")))
                .andExpect(content().string(containsString("href=\"#backup\">Sao lưu</a>")));
        assertThat(scrape()).contains("lantoa_backup_age_seconds +Inf");

        Files.createFile(MARK);
        page().andExpect(content().string(containsString("Bản sao lưu gần nhất chưa quá 26 giờ.")));
        Files.setLastModifiedTime(MARK, FileTime.from(Instant.now().minus(Duration.ofHours(27))));
        page().andExpect(content().string(containsString("Đã 27 giờ chưa có bản sao lưu mới")));
        assertThat(scrape()).containsPattern("lantoa_backup_age_seconds 972\\d\\d\\.");
    }

    @Test
    void what_cannot_be_read_says_so_and_takes_nothing_else_with_it() throws Exception {
        jdbc.sql("alter table mail rename to mail_elsewhere").update();
        try {
            page().andExpect(content().string(containsString("Không đọc được mục này")))
                    .andExpect(content().string(containsString("may-thu:8080")));
            assertThat(scrape()).contains("lantoa_mail_waiting NaN", "lantoa_nodes_alive 1.0");
        } finally {
            jdbc.sql("alter table mail_elsewhere rename to mail").update();
        }
    }

    @Test
    void the_database_its_disk_and_slow_answers_are_shown_without_anybodys_number() throws Exception {
        as(administrator, "/units/" + branch.a1.value());
        page().andExpect(content().string(containsString(TestDatabase.postgres() ? "PostgreSQL " : "H2 ")))
                .andExpect(content().string(containsString(" trên 16 đang dùng")))
                .andExpect(content().string(containsString("cần xem khi còn 1 GB; ngừng nhận việc khi còn 200 MB")))
                .andExpect(content().string(containsString("GET /units/{id}")))
                .andExpect(content().string(not(containsString("/units/" + branch.a1.value()))))
                .andExpect(content()
                        .string(containsString(
                                TestDatabase.postgres()
                                        ? "create extension pg_stat_statements"
                                        : "H2 không đếm thời gian của câu lệnh")));
        page("en").andExpect(content().string(containsString("Since this node started no page")));
    }

    @Test
    void nobody_else_sees_it() throws Exception {
        for (var post : new Post[] {Post.OFFICER, Post.LEADER, Post.UNIT_ADMINISTRATOR}) {
            as(branch.actor(post, branch.a), "/operations").andExpect(status().isForbidden());
        }
        as(branch.officer(branch.a1), "/tasks")
                .andExpect(content().string(not(containsString("href=\"/operations\""))));
        as(administrator, "/tasks").andExpect(content().string(containsString("href=\"/operations\"")));
        mvc.perform(get("/actuator/prometheus")
                        .with(httpBasic(branch.username(Post.OFFICER, branch.a1), Branch.PASSWORD)))
                .andExpect(status().isForbidden());
    }

    /** An alert on a name that nobody writes would be silent for ever. */
    @Test
    void every_metric_of_the_example_alerts_is_there_and_says_what_to_do() throws Exception {
        page();
        var told = scrape();
        Map<String, List<Map<String, List<Map<String, Object>>>>> alerts =
                new Yaml().load(Files.readString(Path.of("src/docs/lantoa-alerts.yaml")));
        var rules = alerts.get("groups").get(0).get("rules");
        assertThat(rules).hasSizeGreaterThan(5);
        for (var rule : rules) {
            var metrics = metrics(rule.get("expr").toString());
            assertThat(metrics).as(rule.get("alert").toString()).isNotEmpty();
            for (var metric : metrics) {
                assertThat(told).containsPattern("(?m)^" + metric + "[ {]");
            }
            assertThat(((Map<?, ?>) rule.get("annotations")).get("description").toString())
                    .endsWith(".");
        }
        for (var own :
                new String[] {"jobs_waiting", "jobs_overdue", "jobs_failed", "mail_waiting", "mail_oldest_seconds"}) {
            assertThat(Files.readString(Path.of("src/docs/lantoa-alerts.yaml"))).contains("lantoa_" + own);
        }
    }

    /** The names in an expression that are neither functions nor words of the language; {@code up} is Prometheus' own. */
    private static List<String> metrics(String expression) {
        if (expression.startsWith("up{")) {
            return List.of("lantoa_nodes_alive");
        }
        var found = new ArrayList<String>();
        var names = Pattern.compile("(?<![\\w.])[a-z_]+(?![\\w(])")
                .matcher(expression.replaceAll("\\{[^}]*}|\\[[^]]*]|\\b(and|or)\\b", " "));
        while (names.find()) {
            found.add(names.group());
        }
        return found;
    }

    private void heard(String name, Duration ago) {
        var at = Timestamp.from(Instant.now().minus(ago));
        jdbc.sql("insert into node (id, name, version, started_at, seen_at) values (?, ?, null, ?, ?)")
                .params(name, name, at, at)
                .update();
    }

    private void mail(String state, Duration ago) {
        var at = Timestamp.from(clock.instant().minus(ago));
        jdbc.sql(
                        "insert into mail (business_key, person_id, address, subject, body, message_id, state, attempts, next_at, queued_at)"
                                + " values (?, ?, 'a@b.vn', 'x', 'x', ?, ?, 0, ?, ?)")
                .params(state + ago, administrator.id().value(), state + ago, state, at, at)
                .update();
    }

    private ResultActions page() throws Exception {
        return as(administrator, "/operations").andExpect(status().isOk());
    }

    private ResultActions page(String language) throws Exception {
        jdbc.sql("update account set locale = ? where person_id = ?")
                .params(language, administrator.id().value())
                .update();
        return page();
    }

    private String scrape() throws Exception {
        return mvc.perform(get("/actuator/prometheus")
                        .with(httpBasic(branch.username(Post.ADMINISTRATOR, branch.root), Branch.PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions as(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(actor.username())));
    }
}
