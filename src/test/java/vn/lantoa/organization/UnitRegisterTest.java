package vn.lantoa.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;
import vn.lantoa.organization.UnitRegister.Founding;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class UnitRegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Autowired
    UnitRegister register;

    @Autowired
    Coordinations coordinations;

    @Autowired
    Appointments appointments;

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @Autowired
    UnitSuccessions successions;

    @Autowired
    People people;

    @Autowired
    Posts posts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    Branch branch;
    Actor administrator;
    LocalDate today;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a);
        today = LocalDate.now(clock);
    }

    @Test
    void a_unit_is_founded_renamed_and_found_by_both_names() {
        var id = done(register.found(
                administrator, founding("X1", "Công đoàn xã Hòa Bình", UnitKind.COMMUNE_UNION, branch.a)));
        done(register.rename(administrator, id, "Công đoàn xã Thái Bình", DAY.plusDays(10)));

        assertThat(units.find(id, DAY.plusDays(9)).orElseThrow().name()).isEqualTo("Công đoàn xã Hòa Bình");
        assertThat(units.find(id, DAY.plusDays(10)).orElseThrow().name()).isEqualTo("Công đoàn xã Thái Bình");
        assertThat(units.search("hoa binh", Set.of(branch.a), null, 5).items())
                .extracting(Unit::id)
                .containsExactly(id);
        assertThat(units.search("thai binh", Set.of(branch.a), null, 5).items())
                .extracting(Unit::id)
                .containsExactly(id);
        assertThat(refused(register.rename(administrator, id, "Tên khác", DAY.plusDays(5))))
                .isEqualTo(Reason.DATES_OUT_OF_ORDER);
        assertThat(refused(register.rename(administrator, id, "Công đoàn xã Thái Bình", today)))
                .isEqualTo(Reason.ALREADY_SO);
    }

    @Test
    void bad_input_is_refused_with_its_reason() {
        assertThat(refused(register.found(administrator, founding("x 1", "Tên", UnitKind.COMMUNE_UNION, branch.a))))
                .isEqualTo(Reason.CODE_MALFORMED);
        assertThat(refused(register.found(administrator, founding("X2", " \u200b ", UnitKind.COMMUNE_UNION, branch.a))))
                .isEqualTo(Reason.NAME_MISSING);
        assertThat(refused(register.found(
                        administrator, founding("X2", "ê".repeat(300), UnitKind.COMMUNE_UNION, branch.a))))
                .isEqualTo(Reason.NAME_TOO_LONG);
        assertThat(refused(register.found(administrator, founding("X2", "Tên", null, branch.a))))
                .isEqualTo(Reason.KIND_MISSING);
        assertThat(refused(register.found(administrator, founding("X2", "Tên", UnitKind.SECTOR_UNION, branch.a))))
                .isEqualTo(Reason.WRONG_LEVEL);
        assertThat(refused(register.found(
                        administrator,
                        new Founding(code("X2"), "Tên", UnitKind.COMMUNE_UNION, branch.a, today.plusDays(1), null))))
                .isEqualTo(Reason.DATE_IN_FUTURE);
        assertThat(refused(register.found(
                        administrator,
                        new Founding(
                                code("X2"), "Tên", UnitKind.COMMUNE_UNION, branch.a, LocalDate.of(2020, 1, 1), null))))
                .isEqualTo(Reason.DATES_OUT_OF_ORDER);
        assertThat(refused(register.found(
                        administrator, new Founding(code("X2"), "Tên", UnitKind.COMMUNE_UNION, branch.a, null, null))))
                .isEqualTo(Reason.DATE_MISSING);
        assertThat(refused(register.found(
                        administrator,
                        new Founding(code("X2"), "Tên", UnitKind.COMMUNE_UNION, branch.a, DAY, "gọi tôi"))))
                .isEqualTo(Reason.PHONE_MALFORMED);
    }

    @Test
    void a_code_is_given_once_and_a_unit_belongs_to_one_branch() {
        var a1 = branch.unit(branch.a1).code();
        assertThat(refused(register.found(
                        administrator, new Founding(a1, "Tên", UnitKind.COMMUNE_UNION, branch.a, DAY, null))))
                .isEqualTo(Reason.CODE_TAKEN);
        var a11 = branch.unit(branch.a11).code();
        assertThat(refused(register.found(
                        administrator, new Founding(a11, "Tên", UnitKind.GRASSROOTS_UNION, branch.a2, DAY, null))))
                .isEqualTo(Reason.IN_TWO_BRANCHES);
    }

    @Test
    void a_moved_unit_takes_its_branch_along_and_rights_follow() {
        done(register.move(administrator, branch.a11, branch.a2, DAY));

        assertThat(units.superiorOf(branch.a11)).contains(branch.a2);
        assertThat(units.superiorOf(branch.a11, DAY.minusDays(1))).contains(branch.a1);
        assertThat(units.isWithin(branch.a1, branch.a11)).isFalse();
        assertThat(units.isWithin(branch.a, branch.a11)).isTrue();
        assertThat(units.subordinatesOf(branch.a1, DAY.minusDays(1))).hasSize(2);
        assertThat(units.subordinatesOf(branch.a1, DAY)).hasSize(1);
        assertClosureFollowsParents();
    }

    @Test
    void a_tree_has_no_cycle() {
        var root = branch.actor(Post.ADMINISTRATOR, branch.root);
        assertThat(refused(register.move(root, branch.a, branch.a1, DAY))).isEqualTo(Reason.CYCLE);
        assertThat(refused(register.move(root, branch.a, branch.a, DAY))).isEqualTo(Reason.CYCLE);
        assertThat(refused(register.merge(root, branch.a, branch.a1, DAY))).isEqualTo(Reason.CYCLE);
        assertThat(refused(register.merge(root, branch.a, branch.a, DAY))).isEqualTo(Reason.SAME_UNIT);
        assertThat(refused(register.move(root, branch.a1, branch.a2, DAY))).isEqualTo(Reason.WRONG_LEVEL);
    }

    @Test
    void a_merged_unit_goes_on_as_the_other() {
        done(register.merge(administrator, branch.a1, branch.a2, DAY));

        assertThat(units.find(branch.a1).orElseThrow().validTo()).isEqualTo(DAY.minusDays(1));
        assertThat(successions.successorsOf(branch.a1)).extracting(Unit::id).containsExactly(branch.a2);
        assertThat(units.superiorOf(branch.a11)).contains(branch.a2);
        assertThat(successions.answering(branch.a1)).isEqualTo(branch.a2);
        assertThat(units.isWithin(branch.a2, branch.a1)).isTrue();
        assertThat(units.pathTo(branch.a1)).extracting(Unit::id).containsExactly(branch.root, branch.a, branch.a1);
        assertThat(posts.holdersOf(Post.OFFICER, branch.a1)).isEmpty();
        assertThat(refused(register.rename(administrator, branch.a1, "Tên", today)))
                .isEqualTo(Reason.UNIT_CLOSED);
        assertThat(refused(register.found(administrator, founding("X9", "Tên", UnitKind.GRASSROOTS_UNION, branch.a1))))
                .isEqualTo(Reason.PARENT_CLOSED);
        assertClosureFollowsParents();
    }

    @Test
    void a_unit_with_subordinates_cannot_close_and_a_closed_one_keeps_its_place_in_history() {
        assertThat(refused(register.close(administrator, branch.a1, DAY))).isEqualTo(Reason.HAS_SUBORDINATES);
        done(register.close(administrator, branch.a11, DAY));
        assertThat(units.subordinatesOf(branch.a1, DAY)).extracting(Unit::id).contains(branch.a11);
        assertThat(units.subordinatesOf(branch.a1, DAY.plusDays(1)))
                .extracting(Unit::id)
                .doesNotContain(branch.a11);
        assertThat(refused(register.close(administrator, branch.a11, DAY))).isEqualTo(Reason.UNIT_CLOSED);
    }

    @Test
    void nobody_changes_the_tree_outside_the_own_branch() {
        assertThatThrownBy(() -> register.rename(administrator, branch.b1, "Tên", DAY))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> register.move(administrator, branch.a11, branch.b1, DAY))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> register.rename(branch.officer(branch.a), branch.a1, "Tên", DAY))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> register.found(administrator, founding("X7", "Gốc", UnitKind.CONFEDERATION, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> register.rename(administrator, UnitId.of(-1), "Tên", DAY))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void a_province_sees_a_sector_unit_by_coordination_and_never_has_it() {
        var sector = branch.unit("CDN", "Công đoàn ngành", UnitKind.SECTOR_UNION, branch.root);
        var there = branch.unit("CDN1", "Công đoàn ngành tại A", UnitKind.UPPER_UNION, sector);
        var root = branch.actor(Post.ADMINISTRATOR, branch.root);

        done(coordinations.begin(root, there, branch.unit(branch.a).code(), DAY));

        assertThat(coordinations.coordinatedBy(branch.a, today))
                .extracting(Unit::id)
                .containsExactly(there);
        assertThat(coordinations.coordinatorsOf(there, DAY.minusDays(1))).isEmpty();
        assertThat(units.isWithin(branch.a, there)).isFalse();
        assertThat(refused(
                        coordinations.begin(root, there, branch.unit(branch.a).code(), DAY)))
                .isEqualTo(Reason.ALREADY_SO);
        assertThat(refused(coordinations.begin(
                        root, branch.a1, branch.unit(branch.a).code(), DAY)))
                .isEqualTo(Reason.IN_TWO_BRANCHES);
        assertThat(refused(coordinations.begin(root, there, "KHONG-CO", DAY))).isEqualTo(Reason.PARENT_UNKNOWN);
        done(coordinations.end(root, there, branch.a));
        assertThat(coordinations.coordinatedBy(branch.a, today)).isEmpty();
    }

    @Test
    void one_person_holds_several_posts_and_loses_them_at_once() {
        var username = branch.username(Post.OFFICER, branch.a1);
        done(appointments.appoint(administrator, appointment(username, Post.LEADER, branch.a2, DAY, null)));

        assertThat(people.actor(username).orElseThrow().units()).containsExactlyInAnyOrder(branch.a1, branch.a2);
        assertThat(refused(appointments.appoint(
                        administrator, appointment(username, Post.LEADER, branch.a2, today, null))))
                .isEqualTo(Reason.ALREADY_HOLDS);
        var holding = posts.holdersIn(branch.a2, today).stream()
                .filter(held -> held.person().username().equals(username))
                .findFirst()
                .orElseThrow()
                .holding();
        done(appointments.end(administrator, branch.a2, holding, today.minusDays(1)));
        assertThat(people.actor(username).orElseThrow().units()).containsExactly(branch.a1);
    }

    @Test
    void an_appointment_is_refused_with_its_reason() {
        var username = branch.username(Post.OFFICER, branch.a1);
        assertThat(refused(appointments.appoint(
                        administrator, appointment("khong.co", Post.LEADER, branch.a2, DAY, null))))
                .isEqualTo(Reason.PERSON_UNKNOWN);
        assertThat(refused(appointments.appoint(
                        administrator,
                        appointment(branch.username(Post.OFFICER, branch.b), Post.LEADER, branch.a2, DAY, null))))
                .isEqualTo(Reason.PERSON_UNKNOWN);
        assertThat(refused(appointments.appoint(administrator, appointment(username, null, branch.a2, DAY, null))))
                .isEqualTo(Reason.POST_MISSING);
        assertThat(refused(appointments.appoint(
                        administrator, appointment(username, Post.LEADER, branch.a2, DAY, DAY.minusDays(1)))))
                .isEqualTo(Reason.DATES_OUT_OF_ORDER);
        assertThat(refused(
                        appointments.appoint(administrator, appointment(username, Post.LEADER, branch.a2, null, null))))
                .isEqualTo(Reason.DATE_MISSING);
        assertThatThrownBy(() -> appointments.appoint(
                        administrator, appointment(username, Post.ADMINISTRATOR, branch.a, DAY, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        appointments.appoint(administrator, appointment(username, Post.LEADER, branch.b, DAY, null)))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void a_branch_never_makes_itself_master_of_a_post_above_it() {
        var lower = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a1);
        var officer = branch.officer(branch.a1);
        assertThat(accounts.requireMastery(lower, officer.id()).id()).isEqualTo(officer.id());
        done(appointments.appoint(administrator, appointment(officer.username(), Post.LEADER, branch.a, DAY, null)));

        assertThatThrownBy(() -> accounts.requireMastery(lower, officer.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> accounts.block(lower, officer.id(), true)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        accounts.requireMastery(lower, branch.leader(branch.a).id()))
                .isInstanceOf(NotVisible.class);
        var root = branch.actor(Post.ADMINISTRATOR, branch.root);
        assertThatThrownBy(() -> accounts.requireMastery(branch.actor(Post.UNIT_ADMINISTRATOR, branch.root), root.id()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_account_is_opened_without_a_password() {
        var change = accounts.open(
                administrator,
                new Accounts.Opening(
                        " Moi." + branch.unit(branch.a).code() + " ", "Trần Thị Mới", "moi@lantoa.vn", "", branch.a));
        var username = "moi." + branch.unit(branch.a).code().toLowerCase();

        assertThat(((Done) change).secret()).isNull();
        assertThat(accounts.find(username).orElseThrow().active()).isFalse();
        assertThat(accounts.verify(username, Accounts.NO_PASSWORD)).isEmpty();
        assertThat(accounts.verify(username, "")).isEmpty();
        assertThat(refused(accounts.open(administrator, new Accounts.Opening(username, "Tên", null, null, branch.a))))
                .isEqualTo(Reason.USERNAME_TAKEN);
        assertThat(refused(accounts.open(administrator, new Accounts.Opening("có dấu", "Tên", null, null, branch.a))))
                .isEqualTo(Reason.USERNAME_MALFORMED);
        assertThat(refused(accounts.open(
                        administrator,
                        new Accounts.Opening("x." + username, "Tên", "a@b\r\nBcc: c@d.vn", null, branch.a))))
                .isEqualTo(Reason.EMAIL_MALFORMED);
    }

    private void assertClosureFollowsParents() {
        assertThat(jdbc.sql(
                                "select count(*) from unit u where u.parent_id is not null and not exists (select 1 from unit_closure c"
                                        + " where c.ancestor_id = u.parent_id and c.descendant_id = u.id and c.depth = 1)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from unit_closure c join unit u on u.id = c.descendant_id where c.depth = 1 and c.ancestor_id <> u.parent_id and u.valid_to is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from unit_closure c join unit o on o.id = c.descendant_id where o.valid_to is null and c.depth > 1 and not exists (select 1 from unit u join unit_closure p"
                                        + " on p.descendant_id = u.parent_id where u.id = c.descendant_id and p.ancestor_id = c.ancestor_id and p.depth = c.depth - 1)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Founding founding(String code, String name, UnitKind kind, UnitId parent) {
        return new Founding(code.matches("[A-Z0-9]+") ? code(code) : code, name, kind, parent, DAY, null);
    }

    private String code(String start) {
        return start + "-" + branch.unit(branch.a).code();
    }

    private static Appointments.Appointment appointment(
            String username, Post post, UnitId unit, LocalDate from, LocalDate to) {
        return new Appointments.Appointment(username, post, unit, null, null, from, to);
    }

    private static UnitId done(Change change) {
        assertThat(change).isInstanceOf(Done.class);
        return UnitId.of(((Done) change).id());
    }

    private static Reason refused(Change change) {
        assertThat(change).isInstanceOf(Refused.class);
        return ((Refused) change).reason();
    }
}
