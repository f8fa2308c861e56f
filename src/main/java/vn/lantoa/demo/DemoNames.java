package vn.lantoa.demo;

import java.util.List;
import java.util.Random;

/** Invented names, the same for the same account at every start. */
final class DemoNames {

    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý");
    private static final List<String> MIDDLE =
            List.of("Văn", "Thị", "Minh", "Thu", "Quốc", "Thanh", "Hữu", "Ngọc", "Đức", "Kim", "Xuân", "Hải");
    private static final List<String> GIVEN = List.of(
            "An", "Bình", "Chi", "Dung", "Giang", "Hà", "Hạnh", "Hòa", "Hùng", "Lan", "Linh", "Long", "Mai", "Nam",
            "Nga", "Phúc", "Quang", "Sơn", "Tâm", "Thảo", "Trang", "Tuấn", "Vân", "Yến");

    private DemoNames() {}

    static String of(String username) {
        var random = new Random(username.hashCode());
        return one(FAMILY, random) + " " + one(MIDDLE, random) + " " + one(GIVEN, random);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
