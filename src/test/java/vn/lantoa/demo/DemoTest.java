package vn.lantoa.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.demo.DemoClock.Outcome;
import vn.lantoa.engine.EngineTime;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Units;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@ActiveProfiles({"test", "demo"})
class DemoTest {

    @Autowired
    DemoStart start;

    @Autowired
    DemoClock clock;

    @Autowired
    DemoSettings settings;

    @Autowired
    DemoAccounts demoAccounts;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    HouseClock house;

    @Autowired
    EngineTime engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tasklist tasklist;

    @Autowired
    MessageSource messages;

    @AfterEach
    void real_time_again() {
        jdbc.sql("delete from demo_setting where name = 'clock-offset-millis'").update();
        house.setOffset(Duration.ZERO);
        engine.setOffset(Duration.ZERO);
    }

    @Test
    void the_tree_of_the_demo_stands_with_somebody_in_every_post() {
        var province = units.findByCode("LDLD-48").orElseThrow();
        var communes = units.subordinatesOf(province.id(), LocalDate.now());
        assertThat(communes).hasSize(3);
        assertThat(units.subordinatesOf(communes.get(0).id(), LocalDate.now())).hasSize(4);
        for (var username :
                new String[] {"canbo.tld", "vanthu.tld", "lanhdao.ldld-48", "kiemtra.ldld-48", "canbo.ldld-01"}) {
            assertThat(people.actor(username)).as(username).isPresent();
        }
        assertThat(people.actor("quantri2").orElseThrow().holds(Post.ADMINISTRATOR))
                .isTrue();
        assertThat(demoAccounts.toTry()).hasSize(14);
    }

    @Test
    void everybody_signs_in_with_the_published_password_on_loopback() {
        assertThat(demoAccounts.wellKnownPassword()).contains("lantoa-demo-2026");
        assertThat(accounts.verify("canbo.ldld-48", "lantoa-demo-2026")).isPresent();
        assertThat(accounts.verify("canbo.ldld-48", "lantoa-demo-2025")).isEmpty();
    }

    @Test
    void reports_of_the_past_are_accepted_and_those_of_now_stand_at_every_step() {
        var states = jdbc.sql("select state, count(*) from report group by state order by state")
                .query((row, n) -> row.getString(1) + " " + row.getInt(2))
                .list();
        assertThat(states).contains("ACCEPTED 10", "SENT 1");
        assertThat(jdbc.sql("select count(*) from report where timeliness = 'LATE' and days_late = 3")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        var desk = tasklist.openFor(people.actor("canbo.ldld-48").orElseThrow(), TaskFilter.everything());
        assertThat(desk.items()).extracting(TaskView::step).containsExactly("DraftReport");
    }

    @Test
    void a_second_start_keeps_what_is_there() {
        var before = everything();
        start.run(null);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void opened_to_the_network_it_has_a_password_of_its_own_and_the_published_one_comes_back_on_loopback(
            @TempDir Path folder) throws Exception {
        var file = folder.resolve("data/demo-password");
        var everywhere = InetAddress.getByName("0.0.0.0");
        var open = new DemoPassword(settings, accounts, jdbc, everywhere, true, file);
        open.decide();
        assertThat(open.published()).isFalse();
        assertThat(accounts.verify("canbo.ldld-48", "lantoa-demo-2026")).isEmpty();
        assertThat(accounts.verify("canbo.ldld-48", open.now())).isPresent();
        assertThat(Files.readString(file)).isEqualTo(open.now() + "\n");

        var again = new DemoPassword(settings, accounts, jdbc, everywhere, true, file);
        again.decide();
        assertThat(again.now()).as("kept over a restart").isEqualTo(open.now());

        Files.writeString(file, "lantoa-demo-2026");
        var tampered = new DemoPassword(settings, accounts, jdbc, everywhere, true, file);
        tampered.decide();
        assertThat(tampered.now()).isNotEqualTo("lantoa-demo-2026");
        assertThat(accounts.verify("canbo.ldld-48", open.now())).isEmpty();

        new DemoPassword(settings, accounts, jdbc, InetAddress.getLoopbackAddress(), false, file).decide();
        assertThat(accounts.verify("canbo.ldld-48", "lantoa-demo-2026")).isPresent();
    }

    @Test
    void opened_by_mistake_it_does_not_start(@TempDir Path folder) throws Exception {
        for (var address :
                new InetAddress[] {InetAddress.getByName("0.0.0.0"), InetAddress.getByName("192.168.1.5"), null}) {
            assertThatThrownBy(() -> new DemoPassword(settings, accounts, jdbc, address, false, folder.resolve("p")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("demo-lan")
                    .hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void the_clock_goes_forward_and_survives_a_restart() {
        var target = Instant.now().plus(40, ChronoUnit.DAYS);
        assertThat(clock.moveTo(target, administrator())).isInstanceOf(Outcome.Moved.class);
        assertThat(Duration.between(target, house.instant()))
                .isLessThan(Duration.ofSeconds(30))
                .isPositive();

        house.setOffset(Duration.ZERO);
        clock.afterPropertiesSet();
        assertThat(house.instant()).isAfterOrEqualTo(target);
    }

    @Test
    void the_clock_never_goes_back_nor_beyond_the_calendar() {
        assertThat(clock.moveTo(clock.now().minusSeconds(1), administrator())).isInstanceOf(Outcome.Past.class);
        assertThat(clock.moveTo(Instant.parse("2031-01-01T00:00:00Z"), administrator()))
                .isInstanceOf(Outcome.TooFar.class);
        assertThat(house.offset()).isZero();
    }

    @Test
    void only_administrators_move_the_clock() {
        var officer = people.actor("canbo.tld").orElseThrow();
        assertThatThrownBy(() -> clock.moveTo(clock.now().plusSeconds(60), officer))
                .isInstanceOf(NotAllowed.class);
        assertThat(house.offset()).isZero();
    }

    @Test
    void the_greeting_names_address_password_and_people() {
        var greeting = messages.getMessage(
                "demo.welcome",
                new Object[] {"http://127.0.0.1:8080", "mật khẩu", "canbo.tld"},
                Locale.forLanguageTag("vi"));
        assertThat(greeting).contains("http://127.0.0.1:8080/demo/clock", "mật khẩu", "canbo.tld\n");
    }

    private Actor administrator() {
        return people.actor("quantri1").orElseThrow();
    }

    private String everything() {
        return jdbc.sql(
                        "select (select count(*) from unit), (select count(*) from person), (select max(password_hash) from account), (select count(*) from report)")
                .query((row, n) ->
                        row.getLong(1) + " " + row.getLong(2) + " " + row.getString(3) + " " + row.getLong(4))
                .single();
    }
}
