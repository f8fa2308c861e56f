package vn.lantoa.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class TreeGeneratorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Autowired
    TreeGenerator generator;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    Posts posts;

    @Test
    void the_same_seed_grows_the_same_tree() {
        var one = generator.generate(7, 2_000, "G1", Branch.HASH);
        var other = generator.generate(7, 2_000, "G2", null);

        assertThat(1
                        + one.provinces().size()
                        + one.communes().size()
                        + one.grassroots().size())
                .isEqualTo(2_000);
        assertThat(one.grassroots()).hasSameSizeAs(other.grassroots());
        assertThat(units.branchOf(one.root())).hasSize(2_000);
        assertThat(units.pathTo(one.grassroots().get(0))).hasSize(4);
        assertThat(units.subordinatesOf(one.communes().get(0), DAY))
                .extracting(Unit::name)
                .isNotEmpty()
                .allMatch(name -> name.startsWith("CĐCS Công ty "));
        assertThat(posts.holdersOf(Post.LEADER, one.grassroots().get(0))).hasSize(1);
        assertThat(people.actor("canbo.g1-c0").orElseThrow().units())
                .isEqualTo(Set.of(one.grassroots().get(0)));
        assertThat(other.people()).isZero();
        assertThat(one.people()).isGreaterThan(3_900);
    }

    @Test
    void sizes_out_of_range_are_refused() {
        assertThatThrownBy(() -> generator.generate(1, 99, "G3", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> generator.generate(1, 1_000_001, "G3", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
