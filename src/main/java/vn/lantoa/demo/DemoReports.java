package vn.lantoa.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportingPeriod;

/** Reports of five provinces: those of last year and of the period before accepted, those of now at every step a newcomer may try. */
@Component
@Profile("demo")
class DemoReports {

    private static final String WRITTEN = "reports";

    /** Units and accounts of the demo begin on the day of the 34 provinces. */
    private static final LocalDate EARLIEST = LocalDate.of(2025, 7, 15);

    private static final List<String> PROVINCES = List.of("48", "82", "37", "11", "79");
    private static final Map<String, Integer> SIZES = Map.of("48", 100, "82", 60, "37", 80, "11", 20, "79", 300);
    private static final String LATE = "79";
    private static final Map<String, Object> NOTHING = Map.of();

    private final DemoDesk desk;
    private final DemoSettings settings;
    private final HouseClock house;

    DemoReports(DemoDesk desk, DemoSettings settings, HouseClock house) {
        this.desk = desk;
        this.settings = settings;
        this.house = house;
    }

    /** Writes them once. A start that was cut off goes on with those that are missing. */
    void write() {
        if (settings.find(WRITTEN).isPresent()) {
            return;
        }
        var offset = house.offset();
        try {
            var today = LocalDate.now(house);
            var current = current(today);
            current.yearBefore().ifPresent(this::accepted);
            accepted(before(current));
            open(current, today);
        } finally {
            desk.goOn(offset);
        }
        settings.put(WRITTEN, "yes");
    }

    private static ReportingPeriod current(LocalDate today) {
        var firstHalf = today.getMonthValue() <= 6;
        return firstHalf ? ReportingPeriod.firstHalfOf(today.getYear()) : ReportingPeriod.yearOf(today.getYear());
    }

    private static ReportingPeriod before(ReportingPeriod current) {
        return current.kind() == ReportingPeriod.Kind.Y
                ? ReportingPeriod.firstHalfOf(current.year())
                : ReportingPeriod.yearOf(current.year() - 1);
    }

    /** From the officer's draft to the superior's acceptance, each on its day; one province sends three days after the last one. */
    private void accepted(ReportingPeriod period) {
        var month = LocalDate.of(period.year(), period.kind() == ReportingPeriod.Kind.Y ? 12 : 6, 1);
        if (month.isBefore(EARLIEST)
                || month.plusDays(24).isAfter(LocalDate.ofInstant(Instant.now(), VietnamTime.ZONE))) {
            return;
        }
        var minutes = 0;
        for (var province : PROVINCES) {
            minutes += 7;
            desk.itIs(month, minutes);
            var report = desk.open("tld", unit(province), period);
            if (report.isPresent()) {
                accept(report.get(), province, period, month, minutes);
            }
        }
    }

    private void accept(ReportId report, String province, ReportingPeriod period, LocalDate month, int minutes) {
        var sentOn = province.equals(LATE) ? month.plusDays(21) : month.plusDays(15);
        desk.itIs(month.plusDays(11), minutes);
        submit(report, province, period);
        desk.itIs(month.plusDays(14), minutes);
        desk.complete("kiemtra." + unit(province), report, "pass", NOTHING);
        desk.itIs(sentOn, minutes);
        desk.complete("lanhdao." + unit(province), report, "approve", NOTHING);
        desk.itIs(month.plusDays(23), minutes);
        desk.complete("canbo.tld", report, "accept", NOTHING);
    }

    /** Đà Nẵng drafts, Đồng Tháp waits for its leader, Ninh Bình for the superior, TP.HCM was asked to complete; Điện Biên is not asked. */
    private void open(ReportingPeriod period, LocalDate today) {
        desk.itIs(today.minusDays(6), 0);
        desk.open("tld", unit("48"), period);
        desk.open("ldld-48", "cdp-48-haichau", period);
        var waiting = desk.open("tld", unit("82"), period);
        var sent = desk.open("tld", unit("37"), period);
        var returned = desk.open("tld", unit("79"), period);
        desk.itIs(today.minusDays(4), 30);
        waiting.ifPresent(report -> toTheLeader(report, "82", period));
        sent.ifPresent(report -> toTheSuperior(report, "37", period));
        returned.ifPresent(report -> toTheSuperior(report, "79", period));
        desk.itIs(today.minusDays(1), 0);
        returned.ifPresent(report -> desk.complete(
                "canbo.tld",
                report,
                "return",
                Map.of("reason", "Đề nghị bổ sung số buổi tuyên truyền tại các khu nhà trọ.")));
    }

    private void toTheSuperior(ReportId report, String province, ReportingPeriod period) {
        toTheLeader(report, province, period);
        desk.complete("lanhdao." + unit(province), report, "approve", NOTHING);
    }

    private void toTheLeader(ReportId report, String province, ReportingPeriod period) {
        submit(report, province, period);
        desk.complete("kiemtra." + unit(province), report, "pass", NOTHING);
    }

    private void submit(ReportId report, String province, ReportingPeriod period) {
        var answers = new HashMap<String, Object>();
        answers.put("figures", figures(province, period));
        answers.put(
                "leadership",
                "Ban hành kế hoạch triển khai phong trào; duy trì giao ban định kỳ với công an cùng cấp.");
        answers.put(
                "strengths",
                "Các tổ tự quản khu nhà trọ hoạt động đều; việc ký cam kết được mở rộng đến doanh nghiệp mới.");
        answers.put("plans", "Nhân rộng mô hình đã có hiệu quả; tập huấn cán bộ công đoàn cơ sở.");
        desk.complete("canbo." + unit(province), report, "submit", answers);
    }

    /** One stock falls by more than a fifth: its reason travels upward with it. */
    private static Map<String, Object> figures(String province, ReportingPeriod period) {
        var figures = new DemoFigures(SIZES.get(province)).of(period);
        if (province.equals("82") && period.kind() == ReportingPeriod.Kind.Y && period.year() >= 2026) {
            figures.put("D12", Map.of("value", 14, "reason", "Sáp nhập các tổ hòa giải theo địa bàn phường, xã mới."));
        }
        return figures;
    }

    private static String unit(String province) {
        return "ldld-" + province;
    }
}
