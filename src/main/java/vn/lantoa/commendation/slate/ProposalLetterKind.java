package vn.lantoa.commendation.slate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.document.LetterKind;
import vn.lantoa.document.LetterSample;

/** The fields that a template of the proposal with its list may have: layout T1 of DOMAIN §5.4. */
@Component
class ProposalLetterKind implements LetterKind {

    static final String CODE = "award-proposal";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Map<String, Object> sample() {
        var letter = LetterSample.begun("45/TTr-LĐLĐ", "ngày 11 tháng 12 năm 2026");
        letter.put("subject", "đề nghị khen thưởng phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2026");
        letter.put("subjectAnnex", "Đề nghị khen thưởng phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2026");
        letter.put("addressee", "Tổng Liên đoàn Lao động Việt Nam");
        letter.put("unit", "Liên đoàn Lao động tỉnh Mẫu");
        letter.put("bases", List.of(Map.of("text", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")));
        letter.put("collectives", "12");
        letter.put("collectiveWords", "mười hai");
        letter.put("individuals", "21");
        letter.put("individualWords", "hai mươi mốt");
        letter.put(
                "counts",
                List.of(Map.of(
                        "place",
                        "1",
                        "award",
                        "Bằng khen của Tổng Liên đoàn",
                        "collectives",
                        "12",
                        "individuals",
                        "21")));
        letter.put("assessment", "Các tập thể, cá nhân được đề nghị đúng đối tượng, đủ điều kiện, tiêu chuẩn.");
        letter.put("commitment", "Đơn vị chịu trách nhiệm về tính chính xác của hồ sơ.");
        letter.put("attachments", List.of(Map.of("text", "danh sách; báo cáo thành tích; biên bản họp xét.")));
        letter.put(
                "list",
                List.of(Map.of(
                        "place", "1",
                        "name", "Nguyễn Văn Mẫu",
                        "unit", "Công nhân, CĐCS Công ty Mẫu",
                        "award", "Bằng khen của Tổng Liên đoàn",
                        "period", "01/12/2025 – 30/11/2026")));
        LetterSample.end(letter, "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH");
        return letter;
    }

    @Override
    public Set<String> required() {
        return Set.of(
                "issuer",
                "number",
                "date",
                "subject",
                "addressee",
                "bases.text",
                "collectives",
                "individuals",
                "assessment",
                "list.name",
                "list.award",
                "list.period",
                "authority",
                "signer");
    }

    @Override
    public Set<String> rows() {
        return Set.of("list", "counts");
    }
}
