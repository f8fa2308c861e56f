package vn.lantoa.models;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Complete answers of the forms of a site's life, as of a day. */
abstract class SiteForms {

    abstract LocalDate today();

    public Map<String, Object> counts(int groups, int members) {
        return new HashMap<>(
                Map.of("groups", groups, "groupsQualifier", "exact", "members", members, "membersQualifier", "exact"));
    }

    public Map<String, Object> decision() {
        return Map.of("number", "12/QĐ-CĐ", "date", today().toString());
    }

    public Map<String, Object> founding() {
        var answers = counts(2, 40);
        answers.put("number", "34/QĐ-UBND");
        answers.put("date", today().toString());
        answers.put("issuer", "UBND xã");
        answers.put("rulesOn", today().toString());
        return answers;
    }

    /** A complete form of appraisal with everything met. */
    public Map<String, Object> appraisal(int groups, int members) {
        var answers = counts(groups, members);
        Appraisal.CRITERIA.forEach(key -> answers.put(key, "yes"));
        answers.putAll(Map.of("sessions", 6, "attended", 200, "commitments", 38, "copyable", "yes"));
        answers.putAll(Map.of("police", "agree", "policeNumber", "5/CV-CAX", "policeDate", today().toString()));
        answers.put("minutes", "01/BB");
        return answers;
    }

    public Map<String, Object> review(LocalDate heldOn, int groups, int members, int failed) {
        var answers = counts(groups, members);
        answers.put("heldOn", heldOn.toString());
        answers.putAll(Map.of("sessions", 3, "attended", 100, "commitments", 40, "failed", failed));
        return answers;
    }
}
