package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.lantoa.commendation.Counting;

/** The arithmetic of a vote against exact fractions, for every council and every share there could be. */
class CountingTest {

    @Property(tries = 20_000)
    void a_vote_passes_exactly_when_the_exact_share_is_reached(
            @ForAll @IntRange(min = 1, max = 2_000_000) int base,
            @ForAll @IntRange(max = 2_000_000) int agreed,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var exact = new BigDecimal(agreed)
                .compareTo(
                        new BigDecimal(percent).multiply(new BigDecimal(base)).movePointLeft(2));
        assertThat(Counting.passes(agreed, base, percent)).isEqualTo(exact >= 0);
    }

    @Property(tries = 20_000)
    void the_number_needed_is_the_fewest_that_pass(
            @ForAll @IntRange(min = 1, max = 500) int base, @ForAll @IntRange(min = 1, max = 100) int percent) {
        var needed = Counting.needed(base, percent);
        assertThat(needed).isBetween(1, base);
        assertThat(Counting.passes(needed, base, percent)).isTrue();
        assertThat(Counting.passes(needed - 1, base, percent)).isFalse();
    }

    @Property(tries = 20_000)
    void one_vote_more_never_loses_and_one_member_more_never_wins(
            @ForAll @IntRange(min = 1, max = 500) int base,
            @ForAll @IntRange(max = 500) int agreed,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        if (Counting.passes(agreed, base, percent)) {
            assertThat(Counting.passes(agreed + 1, base, percent)).isTrue();
        } else {
            assertThat(Counting.passes(agreed, base + 1, percent)).isFalse();
        }
    }

    @Property(tries = 20_000)
    void the_quorum_is_the_fewest_that_make_the_meeting_valid(
            @ForAll @IntRange(min = 1, max = 500) int members,
            @ForAll @IntRange(min = 1, max = 100) int numerator,
            @ForAll @IntRange(max = 50) int more) {
        var denominator = numerator + more;
        var fewest = Counting.quorumOf(members, numerator, denominator);
        assertThat(fewest).isBetween(1, members);
        assertThat(Counting.quorum(fewest, members, numerator, denominator)).isTrue();
        assertThat(Counting.quorum(fewest - 1, members, numerator, denominator)).isFalse();
    }

    @Property(tries = 20_000)
    void what_did_not_reach_a_share_never_reads_as_if_it_had(
            @ForAll @IntRange(min = 1, max = 500) int base,
            @ForAll @IntRange(max = 500) int agreed,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var read = new BigDecimal(Counting.share(agreed, base).replace("%", "").replace(',', '.'));
        assertThat(read.compareTo(new BigDecimal(percent)) >= 0).isEqualTo(Counting.passes(agreed, base, percent));
    }

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
    void the_examples_of_the_rules() {
        assertThat(Counting.needed(9, 80)).isEqualTo(8);
        assertThat(Counting.passes(7, 9, 80)).isFalse();
        assertThat(Counting.needed(11, 90)).isEqualTo(10);
        assertThat(Counting.needed(10, 90)).isEqualTo(9);
        assertThat(Counting.needed(9, 50)).isEqualTo(5);
        assertThat(Counting.needed(10, 50)).isEqualTo(5);
        assertThat(Counting.quorumOf(9, 2, 3)).isEqualTo(6);
        assertThat(Counting.quorumOf(10, 2, 3)).isEqualTo(7);
        assertThat(Counting.share(8, 9)).isEqualTo("88,8%");
        assertThat(Counting.share(9, 9)).isEqualTo("100%");
    }

    @Example
    void nobody_is_no_quorum_and_passes_nothing() {
        assertThat(Counting.quorum(0, 0, 2, 3)).isFalse();
        assertThat(Counting.passes(0, 0, 50)).isFalse();
        assertThat(Counting.share(0, 0)).isEqualTo("0%");
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
