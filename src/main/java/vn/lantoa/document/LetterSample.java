package vn.lantoa.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that every letter of the house has, with what they might say: its head and its foot (NĐ 30/2020/NĐ-CP, Phụ lục I). */
public final class LetterSample {

    private LetterSample() {}

    /** A letter that begins with the mark of a draft and the head of its issuer, for the fields of a kind to follow. */
    public static Map<String, Object> begun(String number, String date) {
        var letter = new LinkedHashMap<String, Object>();
        letter.put("draft", List.of(Map.of("mark", "DỰ THẢO")));
        letter.put("superior", "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM");
        letter.put("issuer", "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU");
        letter.put("number", number);
        letter.put("place", "Hà Nội");
        letter.put("date", date);
        return letter;
    }

    /** Ends it with whom it goes to and who signs it. */
    public static void end(Map<String, Object> letter, String authority, String post) {
        letter.put("recipients", List.of(Map.of("name", "- Như trên;"), Map.of("name", "- Lưu: VT.")));
        letter.put("authority", authority);
        letter.put("post", post);
        letter.put("signer", "Nguyễn Văn Mẫu");
    }
}
