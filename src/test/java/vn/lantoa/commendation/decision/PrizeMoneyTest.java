package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.commendation.WrittenNumbers;

/** Money and its words: the check values of DOMAIN §2.3, and what every sum must satisfy. */
class PrizeMoneyTest {

    @ParameterizedTest
    @CsvSource({
        "30, 2340000, 710000",
        "60, 2340000, 1410000",
        "150, 2340000, 3510000",
        "300, 2340000, 7020000",
        "800, 2340000, 18720000",
        "30, 1800000, 540000",
        "350, 2530000, 8860000",
        "0, 2340000, 0"
    })
    void ratio_times_base_salary_rounded_up_to_ten_thousand(int ratio, long base, long expected) {
        assertThat(PrizeMoney.of(ratio, base)).isEqualTo(expected);
    }

    @Test
    void an_award_without_ratio_pays_nothing_and_nothing_is_negative() {
        assertThat(PrizeMoney.of(null, 2_340_000)).isZero();
        assertThatThrownBy(() -> PrizeMoney.of(-30, 2_340_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void the_sum_is_a_whole_step_and_less_than_one_step_above(
            @ForAll @IntRange(min = 1, max = 1000) int ratio, @ForAll @LongRange(min = 1, max = 20_000_000) long base) {
        var sum = PrizeMoney.of(ratio, base);
        assertThat(sum % 10_000).isZero();
        assertThat(sum * 100).isGreaterThanOrEqualTo(ratio * base).isLessThan(ratio * base + 1_000_000);
    }

    /** Awards for one time, given and annulled in any order: what is held is always the highest that stands. */
    @Property(tries = 2000)
    void what_is_held_is_the_highest_that_stands(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 800) Integer> ratios,
            @ForAll @Size(max = 12) List<@IntRange(max = 11) Integer> annulled) {
        var standing = new ArrayList<Long>();
        var held = 0L;
        for (var ratio : ratios) {
            var full = PrizeMoney.of(ratio, 2_340_000);
            held += PrizeMoney.due(full, held);
            standing.add(full);
            assertThat(held).isEqualTo(Collections.max(standing));
        }
        for (var place : annulled) {
            if (place < standing.size()) {
                standing.remove((int) place);
                held -= PrizeMoney.givenBack(
                        held, standing.stream().max(Long::compare).orElse(0L));
                assertThat(held).isEqualTo(standing.stream().max(Long::compare).orElse(0L));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, không",
        "5, năm",
        "10, mười",
        "11, mười một",
        "14, mười bốn",
        "15, mười lăm",
        "20, hai mươi",
        "21, hai mươi mốt",
        "24, hai mươi bốn",
        "25, hai mươi lăm",
        "55, năm mươi lăm",
        "91, chín mươi mốt",
        "100, một trăm",
        "101, một trăm linh một",
        "105, một trăm linh năm",
        "110, một trăm mười",
        "115, một trăm mười lăm",
        "131, một trăm ba mươi mốt",
        "1000, một nghìn",
        "1005, một nghìn không trăm linh năm",
        "1015, một nghìn không trăm mười lăm",
        "2021, hai nghìn không trăm hai mươi mốt",
        "710000, bảy trăm mười nghìn",
        "1005000, một triệu không trăm linh năm nghìn",
        "1000005, một triệu không trăm linh năm",
        "1410000, một triệu bốn trăm mười nghìn",
        "3510000, ba triệu năm trăm mười nghìn",
        "7020000, bảy triệu không trăm hai mươi nghìn",
        "18720000, mười tám triệu bảy trăm hai mươi nghìn",
        "105550000, một trăm linh năm triệu năm trăm năm mươi nghìn",
        "1000000000, một tỷ",
        "2005010000, hai tỷ không trăm linh năm triệu không trăm mười nghìn",
        "1002000000000, một nghìn không trăm linh hai tỷ",
        "3000000000000, ba nghìn tỷ",
        "1000000000001, một nghìn tỷ không trăm linh một"
    })
    void numbers_in_words(long number, String words) {
        assertThat(WrittenNumbers.of(number)).isEqualTo(words);
    }

    @Test
    void a_sum_of_money_begins_with_a_capital_and_names_its_currency() {
        assertThat(WrittenNumbers.ofMoney(710_000)).isEqualTo("Bảy trăm mười nghìn đồng");
        assertThat(PrizeMoney.figures(18_720_000)).isEqualTo("18.720.000");
    }

    @Property(tries = 200)
    void a_code_is_read_however_it_is_typed(@ForAll boolean lower, @ForAll boolean dashed) {
        var code = VerificationCode.make();
        var typed = dashed ? VerificationCode.shown(code) : " " + code + " ";
        assertThat(VerificationCode.read(lower ? typed.toLowerCase(java.util.Locale.ROOT) : typed))
                .contains(code);
    }

    @Test
    void what_cannot_be_a_code_is_none() {
        assertThat(VerificationCode.read(null)).isEmpty();
        assertThat(VerificationCode.read("O0I1L-ABCDE")).isEmpty();
        assertThat(VerificationCode.read("x".repeat(5000))).isEmpty();
    }
}
