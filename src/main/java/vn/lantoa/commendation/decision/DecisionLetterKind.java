package vn.lantoa.commendation.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.document.LetterKind;
import vn.lantoa.document.LetterPicture;
import vn.lantoa.document.LetterSample;

/** The fields that a template of a decision with its list may have: layout T3 of DOMAIN §5.4; correction and annulment are written by it too. */
@Component
class DecisionLetterKind implements LetterKind {

    static final String CODE = "award-decision";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Map<String, Object> sample() {
        var letter = LetterSample.begun("45/QĐ-LĐLĐ", "ngày 18 tháng 12 năm 2026");
        letter.put("subject", "tặng Bằng khen của Ban Chấp hành Liên đoàn Lao động tỉnh Mẫu");
        letter.put(
                "subjectAnnex", "Tập thể, cá nhân được tặng Bằng khen của Ban Chấp hành Liên đoàn Lao động tỉnh Mẫu");
        letter.put("unit", "Liên đoàn Lao động tỉnh Mẫu");
        letter.put("body", "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU");
        letter.put("bases", List.of(Map.of("text", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")));
        letter.put(
                "articles",
                List.of(Map.of(
                        "label", "Điều 1.",
                        "body", "Tặng Bằng khen cho 1 tập thể, 2 cá nhân.",
                        "text", "Điều 1. Tặng Bằng khen cho 1 tập thể, 2 cá nhân.")));
        letter.put(
                "list",
                List.of(Map.of(
                        "place", "1",
                        "name", "Nguyễn Văn Mẫu",
                        "unit", "Công nhân, CĐCS Công ty Mẫu",
                        "period", "01/12/2025 – 30/11/2026",
                        "money", "3.510.000",
                        "note", "")));
        letter.put(
                "total", List.of(Map.of("text", "Tổng số tiền: 3.510.000 đồng (Ba triệu năm trăm mười nghìn đồng).")));
        letter.put("code", "7KQ2M-ZDX9F");
        letter.put("address", "https://lantoa.example.vn/verify");
        letter.put("qr", LetterPicture.qr("https://lantoa.example.vn/verify/7KQ2M-ZDX9F", DecisionPaper.QR));
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
                "body",
                "bases.text",
                "articles.body",
                "list.name",
                "list.unit",
                "list.period",
                "total.text",
                "code",
                "authority",
                "signer");
    }

    @Override
    public Set<String> rows() {
        return Set.of("list");
    }
}
