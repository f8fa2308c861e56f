package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.models.exemplar.ExemplarDuties;
import vn.lantoa.models.exemplar.ExemplarOutcome;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Exemplars of the year at every step a newcomer may try: one named, one that waits for its leader, one asked for. */
@Component
@Profile("demo")
class DemoExemplars {

    private static final String WRITTEN = "exemplars";

    private final DemoDesk desk;
    private final DemoSettings settings;
    private final HouseClock house;
    private final ExemplarDuties duties;
    private final Units units;

    DemoExemplars(DemoDesk desk, DemoSettings settings, HouseClock house, ExemplarDuties duties, Units units) {
        this.desk = desk;
        this.settings = settings;
        this.house = house;
        this.duties = duties;
        this.units = units;
    }

    /** Writes them once. */
    void write() {
        if (settings.find(WRITTEN).isPresent()) {
            return;
        }
        var asked = List.of("LDLD-48", "LDLD-79", "LDLD-01").stream()
                .flatMap(code -> units.findByCode(code).stream())
                .map(unit -> unit.id())
                .toList();
        if (duties.ask(desk.actor("canbo.tld"), asked, duties.endOfYear()) instanceof ExemplarOutcome.Done) {
            propose(asked.get(0), "ldld-48", "Ban tự quản khu nhà trọ công nhân phường Hòa Khánh");
            propose(asked.get(1), "ldld-79", "Tổ công nhân tự quản khu lưu trú Tân Bình");
            var named = duties.running(asked.get(0)).orElseThrow();
            desk.complete(
                    "lanhdao.ldld-48",
                    named.id().dossier(),
                    "approve",
                    Map.of("number", "118/QĐ-LĐLĐ", "date", LocalDate.now(house).toString()));
        }
        settings.put(WRITTEN, "yes");
    }

    private void propose(UnitId unit, String code, String collective) {
        desk.complete(
                "canbo." + code,
                duties.running(unit).orElseThrow().id().dossier(),
                "propose",
                Map.of(
                        "object",
                        "COLLECTIVE",
                        "collective",
                        collective,
                        "lessons",
                        "Sinh hoạt hằng tháng đúng ngày; nội quy do người ở trọ góp ý; mỗi quý gặp Công an phường một lần."));
    }
}
