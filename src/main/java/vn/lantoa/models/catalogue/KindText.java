package vn.lantoa.models.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.organization.VietnameseText;

/** What somebody wrote about a kind of model, cleaned; a text that says nothing is null. */
public record KindText(String name, String purpose, String rules, String conditions, String costs, String lessons) {

    private static final int NAME = 200;
    private static final int SHORT = 2000;
    private static final int LONG = 4000;

    public KindText {
        name = name == null ? null : VietnameseText.clean(name);
        purpose = text(purpose);
        rules = text(rules);
        conditions = text(conditions);
        costs = text(costs);
        lessons = text(lessons);
    }

    /** The fields that cannot be taken, each with the key of its sentence. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (name == null || VietnameseText.words(name).size() < 2) {
            faults.put("name", "models.kind.refused.name");
        } else if (name.length() > NAME) {
            faults.put("name", "models.kind.refused.long");
        }
        if (purpose == null) {
            faults.put("purpose", "models.kind.refused.purpose");
        }
        tooLong(faults, "purpose", purpose, SHORT);
        tooLong(faults, "rules", rules, LONG);
        tooLong(faults, "conditions", conditions, SHORT);
        tooLong(faults, "costs", costs, SHORT);
        tooLong(faults, "lessons", lessons, LONG);
        return faults;
    }

    private static void tooLong(Map<String, String> faults, String field, String text, int most) {
        if (text != null && text.length() > most) {
            faults.put(field, "models.kind.refused.long");
        }
    }

    /** Lines stay lines; what stands around them goes. */
    private static String text(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return java.text.Normalizer.normalize(text.replace("\r\n", "\n"), java.text.Normalizer.Form.NFC)
                .strip();
    }
}
