package vn.lantoa.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.AddedSteps;
import vn.lantoa.engine.HumanTasks;
import vn.lantoa.engine.StepDefinition;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** What a step asks: the form deployed with its diagram, opened by the feature whose process it is. */
@Component
class StepForms {

    private final HumanTasks engine;
    private final AddedSteps added;
    private final Reach reach;
    private final Map<String, Steps> steps;
    private final ObjectMapper json;
    private final MessageSource messages;

    StepForms(
            HumanTasks engine,
            AddedSteps added,
            Reach reach,
            List<Steps> steps,
            ObjectMapper json,
            MessageSource messages) {
        this.engine = engine;
        this.added = added;
        this.reach = reach;
        this.steps = steps.stream().collect(Collectors.toUnmodifiableMap(Steps::process, Function.identity()));
        this.json = json;
        this.messages = messages;
    }

    /** The step as its diagram draws it; {@link TaskGone} when the engine has closed it. */
    StepDefinition definition(OpenTask task) {
        return engine.step(task.id()).orElseThrow(() -> new TaskGone(task.id(), null));
    }

    /** The expanded schema and what is known; the same expansion shows, keeps drafts and accepts. */
    Questionnaire open(OpenTask task, StepDefinition definition, Actor actor) {
        var schema = engine.form(definition).orElseGet(this::nothingAsked);
        return feature(task)
                .map(feature -> feature.open(task.asStep(Steps.Acting.UNSAID), schema, actor))
                .orElseGet(() -> new Questionnaire(schema, Map.of()));
    }

    /** The feature's word on accepted answers; a process or a step no feature knows (drawn by an administrator) takes them all. */
    Steps.Verdict complete(OpenTask task, String outcome, Map<String, Object> answers, Actor actor) {
        return feature(task)
                .map(feature -> feature.complete(task.asStep(reach.acting(actor, task)), outcome, answers, actor))
                .orElseGet(() -> new Steps.Verdict.Taken(Map.of(), reason(answers)));
    }

    /** What of unfinished answers the feature lets be kept. */
    Map<String, Object> draft(OpenTask task, Map<String, Object> answers) {
        return feature(task)
                .map(feature -> feature.draft(task.asStep(Steps.Acting.UNSAID), answers))
                .orElse(answers);
    }

    /** Buttons by code; a step that names none has the one every step has. */
    Map<String, String> outcomes(StepDefinition definition) {
        if (!definition.outcomes().isEmpty()) {
            return definition.outcomes();
        }
        return Map.of("complete", messages.getMessage("tasklist.complete", null, LocaleContextHolder.getLocale()));
    }

    private Optional<Steps> feature(OpenTask task) {
        return Optional.ofNullable(steps.get(task.process()))
                .filter(feature -> feature.takesAddedSteps() || !added.has(task.definition(), task.step()));
    }

    private static String reason(Map<String, Object> answers) {
        return answers.get("reason") instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private JsonNode nothingAsked() {
        return json.createObjectNode().put("type", "default").set("components", json.createArrayNode());
    }
}
