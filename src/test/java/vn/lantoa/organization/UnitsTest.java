package vn.lantoa.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class UnitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Autowired
    Units units;

    @Autowired
    UnitSuccessions successions;

    @Autowired
    People people;

    @Autowired
    Posts posts;

    @Autowired
    Access access;

    @Autowired
    ApplicationContext context;

    @Test
    void the_first_start_plants_the_confederation() {
        var root = units.findByCode("TLD").orElseThrow();

        assertThat(units.subordinatesOf(root.id(), TODAY))
                .filteredOn(unit -> unit.kind() == UnitKind.PROVINCIAL_FEDERATION)
                .hasSize(34);
        assertThat(units.subordinatesOf(root.id(), LocalDate.of(2025, 6, 30)))
                .filteredOn(unit -> unit.kind() == UnitKind.PROVINCIAL_FEDERATION)
                .hasSize(63);
    }

    @Test
    void an_old_province_is_closed_and_went_on_as_the_new_one() {
        var old = units.findByCode("LDLD-OLD-27").orElseThrow();
        var province = units.findByCode("LDLD-24").orElseThrow();

        assertThat(old.name()).isEqualTo("LĐLĐ tỉnh Bắc Ninh");
        assertThat(old.validTo()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(successions.successorsOf(old.id())).containsExactly(province);
        assertThat(successions.predecessorsOf(province.id()))
                .extracting(Unit::code)
                .containsExactly("LDLD-OLD-24", "LDLD-OLD-27");
    }

    @Test
    void a_former_name_is_known_by_date_and_found_by_search() {
        var dongNai = units.findByCode("LDLD-75").orElseThrow();

        assertThat(dongNai.name()).isEqualTo("LĐLĐ thành phố Đồng Nai");
        assertThat(units.find(dongNai.id(), LocalDate.of(2026, 4, 29))
                        .orElseThrow()
                        .name())
                .isEqualTo("LĐLĐ tỉnh Đồng Nai");
        assertThat(units.historyOf(dongNai.id())).hasSize(2);
        assertThat(codes(units.search("thua thien", null, null, 10))).containsExactly("LDLD-46");
    }

    @Test
    void search_reads_beginnings_of_words_without_diacritics() {
        assertThat(codes(units.search("bac ninh", null, null, 10))).containsExactly("LDLD-24", "LDLD-OLD-27");
        assertThat(codes(units.search("Khánh Hoà", null, null, 50))).contains("LDLD-56", "LDLD-OLD-56");
        assertThat(codes(units.search("dak lak", null, null, 10))).containsExactly("LDLD-66", "LDLD-OLD-66");
        assertThat(codes(units.search("ldld-48", null, null, 10))).contains("LDLD-48");
        assertThat(units.search("%", null, null, 10).items()).isEmpty();
        assertThat(units.search("cong d", null, null, 3).items()).hasSize(3);
    }

    @Test
    void pages_follow_each_other_in_vietnamese_order() {
        var root = units.findByCode("TLD").orElseThrow().id();

        var first = units.subordinatesOf(root, TODAY, null, 30);
        var second = units.subordinatesOf(root, TODAY, first.next(), 30);

        assertThat(second.next()).isNull();
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
        assertThat(first.items().size() + second.items().size())
                .isEqualTo(units.subordinatesOf(root, TODAY).size());
        assertThat(units.subordinatesOf(root, TODAY, "no cursor at all", 30)).isEqualTo(first);
    }

    @Test
    void a_branch_knows_its_people_and_reaches() {
        var branch = Branch.grow(context);
        var officer = branch.officer(branch.a);

        assertThat(units.superiorOf(branch.a11)).contains(branch.a1);
        assertThat(units.isWithin(branch.a, branch.a11)).isTrue();
        assertThat(units.isWithin(branch.b, branch.a11)).isFalse();
        assertThat(units.pathTo(branch.a11))
                .extracting(Unit::id)
                .containsExactly(branch.root, branch.a, branch.a1, branch.a11);
        assertThat(units.branchOf(branch.a1)).isEqualTo(Set.of(branch.a1, branch.a11, branch.a12));
        assertThat(officer.holds(Post.OFFICER, branch.a)).isTrue();
        assertThat(access.may(officer, Right.SEE_REPORT, branch.a11)).isTrue();
        assertThat(access.may(officer, Right.OPEN_REPORT, branch.a11)).isFalse();
        assertThat(access.may(officer, Right.SEE_REPORT, branch.b)).isFalse();
        assertThat(posts.holdersOf(Post.LEADER, branch.a)).containsExactly(branch.leader(branch.a));
        assertThat(people.actor("nobody.knows.this.name")).isEmpty();
        assertThat(people.search("nguyen tri", Set.of(branch.root), null, 5).items())
                .hasSize(1);
    }

    private static List<String> codes(Page<Unit> page) {
        return page.items().stream().map(Unit::code).toList();
    }
}
