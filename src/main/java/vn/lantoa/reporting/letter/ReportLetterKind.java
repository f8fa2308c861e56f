package vn.lantoa.reporting.letter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.document.LetterKind;
import vn.lantoa.document.LetterSample;

/** The fields that a template of the report may have. */
@Component
class ReportLetterKind implements LetterKind {

    @Override
    public String code() {
        return "report";
    }

    @Override
    public Map<String, Object> sample() {
        var letter = LetterSample.begun("12/BC-LĐLĐ", "ngày 05 tháng 6 năm 2026");
        letter.put("title", "Kết quả thực hiện phong trào “Toàn dân bảo vệ an ninh Tổ quốc” 6 tháng đầu năm 2026");
        letter.put("addressee", "Tổng Liên đoàn Lao động Việt Nam");
        letter.put("unit", "Liên đoàn Lao động tỉnh Mẫu");
        letter.put("period", "6 tháng đầu năm 2026");
        letter.put("span", "từ ngày 15/12/2025 đến ngày 14/6/2026");
        letter.put(
                "sections",
                List.of(Map.of(
                        "heading", "III. Kết quả thực hiện",
                        "paragraphs", List.of(Map.of("text", "Nội dung của mục.")),
                        "parts",
                                List.of(Map.of(
                                        "heading",
                                        "1. Tuyên truyền",
                                        "paragraphs",
                                        List.of(Map.of("text", "- Cuộc tuyên truyền: trên 120 cuộc;")))))));
        LetterSample.end(letter, "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH");
        letter.put(
                "figures",
                List.of(Map.of(
                        "place", "1",
                        "name", "Công đoàn cơ sở",
                        "unit", "CĐCS",
                        "value", "trên 8.000",
                        "note", "Ghi chú")));
        return letter;
    }

    @Override
    public Set<String> required() {
        return Set.of(
                "draft",
                "issuer",
                "number",
                "date",
                "title",
                "addressee",
                "sections",
                "sections.heading",
                "sections.paragraphs",
                "sections.paragraphs.text",
                "authority",
                "signer",
                "figures",
                "figures.name",
                "figures.value");
    }

    @Override
    public Set<String> rows() {
        return Set.of("figures");
    }
}
