package vn.lantoa.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VietnameseTextTest {

    @Test
    void old_and_new_places_of_tones_and_both_normal_forms_are_one_word() {
        assertThat(Stream.of("Hoà", "Hòa", "hoa", "HO\u0300A", "Hoa\u0300").map(VietnameseText::fold))
                .containsOnly("hoa");
        assertThat(VietnameseText.fold("  Đặc-khu  Phú Quý ")).isEqualTo("dac khu phu quy");
        assertThat(VietnameseText.fold("!?%_'")).isEmpty();
    }

    @Test
    void names_sort_as_in_a_vietnamese_dictionary() {
        var right = new String[] {
            "An", "Ăn", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Bai", "Da", "Đa", "Đà Lạt", "Đà Nẵng", "Đắk Lắk",
            "Tổ 2", "Tổ 10"
        };

        assertThat(Stream.of(right)
                        .sorted(Comparator.comparing(VietnameseText::sortKey).reversed())
                        .sorted(Comparator.comparing(VietnameseText::sortKey)))
                .containsExactly(right);
    }

    @Test
    void what_cannot_be_seen_leaves_a_name() {
        assertThat(VietnameseText.clean(" Công\u0000 đoàn\u202e\t A ")).isEqualTo("Công đoàn A");
    }
}
