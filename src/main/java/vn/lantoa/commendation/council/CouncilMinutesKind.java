package vn.lantoa.commendation.council;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.document.LetterKind;
import vn.lantoa.document.LetterSample;

/** The fields that a template of the minutes may have: layout T2 of DOMAIN §5.4, Mẫu 1.9. */
@Component
class CouncilMinutesKind implements LetterKind {

    @Override
    public String code() {
        return "council-minutes";
    }

    @Override
    public Map<String, Object> sample() {
        var minutes = LetterSample.begun("12/BB-LĐLĐ", "ngày 05 tháng 12 năm 2026");
        minutes.put("title", "Họp Hội đồng Thi đua - Khen thưởng xét khen thưởng năm 2026, phiên thứ nhất");
        minutes.put("opened", "08 giờ 30 ngày 05/12/2026");
        minutes.put("where", "Phòng họp tầng 2, LĐLĐ tỉnh Mẫu");
        minutes.put("council", "Hội đồng Thi đua - Khen thưởng LĐLĐ tỉnh Mẫu");
        minutes.put("decision", "45/QĐ-LĐLĐ ngày 01/03/2026");
        minutes.put("present", "8/9 thành viên");
        minutes.put(
                "attendees",
                List.of(Map.of("name", "- Đồng chí Nguyễn Văn Mẫu, Chủ tịch LĐLĐ tỉnh, Chủ tịch Hội đồng;")));
        minutes.put("absentees", List.of(Map.of("name", "- Đồng chí Trần Thị Mẫu: vắng có lý do.")));
        minutes.put("chair", "Nguyễn Văn Mẫu");
        minutes.put("secretary", "Lê Thị Mẫu");
        minutes.put("content", "xét 12 hồ sơ đề nghị khen thưởng");
        minutes.put("posting", "Danh sách đã được công khai đủ 5 ngày làm việc trước khi họp.");
        minutes.put(
                "barred",
                List.of(Map.of("text", "Hồ sơ 2026-00012: 1 thành viên không tham gia xét do có liên quan.")));
        minutes.put(
                "cases",
                List.of(Map.of(
                        "place", "1",
                        "nominee", "Phạm Văn Mẫu, CĐCS Công ty Mẫu",
                        "award", "Bằng khen của Tổng Liên đoàn",
                        "ballot", "Bỏ phiếu kín",
                        "votes", "8/9 (88,8%)",
                        "result", "Đạt")));
        minutes.put(
                "paper", List.of(Map.of("text", "Hồ sơ 2026-00012: phát ra 9 phiếu, thu về 9, hợp lệ 9, đồng ý 8.")));
        minutes.put(
                "named", List.of(Map.of("text", "Hồ sơ 2026-00013: đồng ý: Nguyễn Văn Mẫu; không đồng ý: không có.")));
        minutes.put("conclusion", "Hội đồng thống nhất đề nghị khen thưởng 10/12 hồ sơ.");
        minutes.put("closed", "11 giờ 00 cùng ngày");
        minutes.put("signing_chair", "Nguyễn Văn Mẫu");
        minutes.put("signing_secretary", "Lê Thị Mẫu");
        return minutes;
    }

    @Override
    public Set<String> required() {
        return Set.of(
                "issuer",
                "number",
                "date",
                "opened",
                "where",
                "decision",
                "present",
                "attendees.name",
                "chair",
                "secretary",
                "cases.nominee",
                "cases.award",
                "cases.votes",
                "cases.result",
                "conclusion",
                "closed");
    }

    @Override
    public Set<String> rows() {
        return Set.of("cases");
    }
}
