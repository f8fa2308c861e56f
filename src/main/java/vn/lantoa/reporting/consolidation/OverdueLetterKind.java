package vn.lantoa.reporting.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.document.LetterKind;

/** The fields that a template of the letter to late units may have: layout T5 of DOMAIN §5.4. */
@Component
class OverdueLetterKind implements LetterKind {

    @Override
    public String code() {
        return "overdue";
    }

    @Override
    public Map<String, Object> sample() {
        var letter = new LinkedHashMap<String, Object>();
        letter.put("draft", List.of(Map.of("mark", "DỰ THẢO")));
        letter.put("superior", "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM");
        letter.put("issuer", "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU");
        letter.put("number", "45/LĐLĐ");
        letter.put("place", "Hà Nội");
        letter.put("date", "ngày 11 tháng 6 năm 2026");
        letter.put("subject", "đôn đốc báo cáo 6 tháng đầu năm 2026");
        letter.put("addressees", List.of(Map.of("name", "- Công đoàn xã Mẫu;")));
        letter.put("basis", "Căn cứ Hướng dẫn số 23/HD-TLĐ, các đơn vị trực thuộc gửi báo cáo theo hạn đã định.");
        letter.put("today", "11/06/2026");
        letter.put("unit", "Liên đoàn Lao động tỉnh Mẫu");
        letter.put("period", "6 tháng đầu năm 2026");
        letter.put("late", List.of(Map.of("place", "1", "name", "Công đoàn xã Mẫu", "due", "10/06/2026", "days", "1")));
        letter.put("until", "trước hết ngày 15/06/2026");
        letter.put("contact", "Nguyễn Văn Mẫu, điện thoại 024 3942 1181");
        letter.put("recipients", List.of(Map.of("name", "- Như trên;"), Map.of("name", "- Lưu: VT.")));
        letter.put("authority", "TL. BAN THƯỜNG VỤ");
        letter.put("post", "CHÁNH VĂN PHÒNG");
        letter.put("signer", "Nguyễn Văn Mẫu");
        return letter;
    }

    @Override
    public Set<String> required() {
        return Set.of(
                "issuer",
                "number",
                "date",
                "subject",
                "addressees.name",
                "basis",
                "late.name",
                "late.days",
                "until",
                "authority",
                "signer");
    }

    @Override
    public Set<String> rows() {
        return Set.of("late");
    }
}
