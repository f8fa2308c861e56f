package vn.lantoa.commendation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** The one human step of {@code commendation-season}: closing it. */
@Component
class SeasonSteps implements Steps {

    private final SeasonRows rows;
    private final CommendationWords words;

    SeasonSteps(SeasonRows rows, CommendationWords words) {
        this.rows = rows;
        this.words = words;
    }

    @Override
    public String process() {
        return Words.SEASON;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var open = rows.underWay(Long.parseLong(step.dossier().id()));
        var expanded = schema.deepCopy();
        expanded.path("components").forEach(component -> {
            if (component.path("id").asText().equals("Open")) {
                ((ObjectNode) component).put("text", words.of("season.under-way", open));
            }
        });
        return new Questionnaire(expanded, Map.of());
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var season = rows.lock(Long.parseLong(step.dossier().id()));
        var open = rows.underWay(season.id());
        if (open > 0 && outcome.equals("close")) {
            return new Verdict.Refused(List.of(words.error("outcome", "season.refused.under-way", open)));
        }
        var reason = open > 0 ? NominationSteps.reason(answers) : null;
        rows.closing(season.id(), actor.id(), reason);
        return new Verdict.Taken(Map.of("complete", open == 0), reason);
    }
}
