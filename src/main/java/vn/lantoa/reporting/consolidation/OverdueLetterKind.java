package vn.lantoa.reporting.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.document.LetterKind;
import vn.lantoa.document.LetterSample;

/** The fields that a template of the letter to late units may have: layout T5 of DOMAIN §5.4. */
@Component
class OverdueLetterKind implements LetterKind {

    @Override
    public String code() {
        return "overdue";
    }

    @Override
    public Map<String, Object> sample() {
        var letter = LetterSample.begun("45/LĐLĐ", "ngày 11 tháng 6 năm 2026");
        letter.put("subject", "đôn đốc báo cáo 6 tháng đầu năm 2026");
        letter.put("addressees", List.of(Map.of("name", "- Công đoàn xã Mẫu;")));
        letter.put("basis", "Căn cứ Hướng dẫn số 23/HD-TLĐ, các đơn vị trực thuộc gửi báo cáo theo hạn đã định.");
        letter.put("today", "11/06/2026");
        letter.put("unit", "Liên đoàn Lao động tỉnh Mẫu");
        letter.put("period", "6 tháng đầu năm 2026");
        letter.put("late", List.of(Map.of("place", "1", "name", "Công đoàn xã Mẫu", "due", "10/06/2026", "days", "1")));
        letter.put("until", "trước hết ngày 15/06/2026");
        letter.put("contact", "Nguyễn Văn Mẫu, điện thoại 024 3942 1181");
        LetterSample.end(letter, "TL. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG");
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
