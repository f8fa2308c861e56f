package vn.lantoa.models.adoption;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.models.ModelKinds;

/** The plan as its forms read and write it; a plan not yet written begins with the words of the kind. */
@Component
class AdoptionSheet {

    private final ModelKinds kinds;
    private final AdoptionStory story;

    AdoptionSheet(ModelKinds kinds, AdoptionStory story) {
        this.kinds = kinds;
        this.story = story;
    }

    /** What the form of the plan starts from. */
    Map<String, Object> plan(Adoption adoption) {
        var data = new HashMap<String, Object>();
        var plan = adoption.plan();
        if (plan.written()) {
            put(data, "purpose", plan.purpose());
            put(data, "rules", plan.rules());
            put(data, "conditions", plan.conditions());
            put(data, "costs", plan.costs());
            put(data, "plannedOn", plan.plannedOn().toString());
            site(data, plan);
        } else {
            var kind = kinds.find(adoption.kind()).orElseThrow();
            put(data, "purpose", kind.purpose());
            put(data, "rules", kind.rules());
            put(data, "conditions", kind.conditions());
            put(data, "costs", kind.costs());
            var name = kind.name() + " – " + story.nameOf(adoption.unit());
            put(data, "siteName", name.length() > 200 ? kind.name() : name);
        }
        return data;
    }

    /** What the form of the founding starts from: the plan. */
    Map<String, Object> setUp(Adoption adoption) {
        var data = new HashMap<String, Object>();
        site(data, adoption.plan());
        return data;
    }

    AdoptionPlan planned(Map<String, Object> answers) {
        return new AdoptionPlan(
                text(answers, "purpose"),
                text(answers, "rules"),
                text(answers, "conditions"),
                text(answers, "costs"),
                text(answers, "siteName"),
                text(answers, "place"),
                text(answers, "host"),
                number(answers, "groups"),
                number(answers, "members"),
                day(answers, "plannedOn"),
                null,
                null);
    }

    AdoptionPlan founded(Map<String, Object> answers) {
        return new AdoptionPlan(
                null,
                null,
                null,
                null,
                text(answers, "siteName"),
                text(answers, "place"),
                text(answers, "host"),
                number(answers, "groups"),
                number(answers, "members"),
                null,
                day(answers, "foundedOn"),
                text(answers, "foundingNumber"));
    }

    private static void site(Map<String, Object> data, AdoptionPlan plan) {
        put(data, "siteName", plan.name());
        put(data, "place", plan.place());
        put(data, "host", plan.host());
        put(data, "groups", plan.groups());
        put(data, "members", plan.members());
    }

    private static void put(Map<String, Object> data, String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }

    static String text(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static Integer number(Map<String, Object> answers, String key) {
        return ((Number) answers.get(key)).intValue();
    }

    private static LocalDate day(Map<String, Object> answers, String key) {
        return WrittenDay.posted((String) answers.get(key)).orElseThrow();
    }
}
