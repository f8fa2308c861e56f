package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the counters of a paper ballot may write down. */
class PaperCountTest {

    @Property(tries = 20_000)
    void paper_is_taken_exactly_when_each_number_is_part_of_the_one_before(
            @ForAll @IntRange(min = -2, max = 12) int issued,
            @ForAll @IntRange(min = -2, max = 12) int collected,
            @ForAll @IntRange(min = -2, max = 12) int valid,
            @ForAll @IntRange(min = -2, max = 12) int agreed,
            @ForAll @IntRange(max = 12) int mayVote) {
        var sound = 0 <= agreed && agreed <= valid && valid <= collected && collected <= issued && issued <= mayVote;
        var refusal = new PaperCount(issued, collected, valid, agreed).refusal(mayVote);
        assertThat(refusal.isEmpty()).isEqualTo(sound);
    }

    @Example
    void implausible_paper_is_refused_at_the_number_that_cannot_be() {
        assertThat(field(new PaperCount(10, 9, 9, 9), 9)).contains("issued");
        assertThat(field(new PaperCount(9, 10, 9, 9), 9)).contains("collected");
        assertThat(field(new PaperCount(9, 9, 10, 9), 9)).contains("valid");
        assertThat(field(new PaperCount(9, 9, 8, 9), 9)).contains("agreed");
    }

    private static Optional<String> field(PaperCount count, int mayVote) {
        return count.refusal(mayVote).map(CouncilOutcome.Refused::field);
    }
}
