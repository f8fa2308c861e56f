package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.TreeWriter;
import vn.lantoa.organization.TreeWriter.NewUnit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.Units;

/** The units of DOMAIN §8 below five provinces: three commune unions each, with four invented houses each. */
@Component
@Profile("demo")
class DemoTree {

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final List<String> HOUSES = List.of(
            "Công ty May Bình An", "Công ty Điện tử Ánh Sao", "Hợp tác xã Vận tải Đồng Tiến", "Nhà máy Gỗ Rừng Xanh");

    private final TreeWriter writer;
    private final Units units;

    DemoTree(TreeWriter writer, Units units) {
        this.writer = writer;
        this.units = units;
    }

    void grow() {
        for (var row : DemoCsv.rows("communes")) {
            var province = units.findByCode("LDLD-" + row.get("province"))
                    .orElseThrow()
                    .id();
            var kind = UnitKind.COMMUNE_UNION;
            var commune = writer.unit(new NewUnit(row.get("code"), row.get("name"), kind, province, SINCE, null, null));
            writer.units(houses(row.get("code"), commune));
        }
    }

    private static List<NewUnit> houses(String code, UnitId commune) {
        return IntStream.range(0, HOUSES.size())
                .mapToObj(i -> new NewUnit(
                        "CDCS-" + code.substring(4) + "-" + (i + 1),
                        "CĐCS " + HOUSES.get(i),
                        UnitKind.GRASSROOTS_UNION,
                        commune,
                        SINCE,
                        null,
                        null))
                .toList();
    }
}
