package vn.lantoa.tasklist.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.lantoa.organization.Unit;
import vn.lantoa.tasklist.Draft;
import vn.lantoa.tasklist.DueStatus;
import vn.lantoa.tasklist.TaskForm;
import vn.lantoa.tasklist.TaskView;

/** A task as the API writes it; every field is always there. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TaskJson(
        String id,
        String name,
        String process,
        String step,
        DossierRef dossier,
        UnitRef unit,
        LocalDate due,
        DueStatus dueStatus,
        String assignee,
        String createdAt) {

    record DossierRef(String type, String id, String title) {}

    record UnitRef(String id, String code, String name) {

        static UnitRef of(Unit unit) {
            return unit == null ? null : new UnitRef(unit.id().toString(), unit.code(), unit.name());
        }
    }

    /** The task with its form. */
    record Opened(
            @JsonUnwrapped TaskJson task,
            JsonNode form,
            Map<String, Object> data,
            List<String> outcomes,
            DraftJson draft) {

        static Opened of(TaskForm opened) {
            return new Opened(
                    TaskJson.of(opened.task()),
                    opened.schema(),
                    opened.data(),
                    List.copyOf(opened.outcomes().keySet()),
                    opened.draft() == null ? null : DraftJson.of(opened.draft(), opened.draftShown()));
        }
    }

    /**
     * This person's draft, null when none.
     *
     * @param inData whether {@code data} shows it; not when the step was done again after it was saved
     */
    record DraftJson(Map<String, Object> answers, long version, String updatedAt, boolean inData) {

        static DraftJson of(Draft draft, boolean inData) {
            return new DraftJson(draft.answers(), draft.version(), Times.iso(draft.updatedAt()), inData);
        }
    }

    static TaskJson of(TaskView task) {
        return new TaskJson(
                task.id(),
                task.name(),
                task.process(),
                task.step(),
                new DossierRef(task.dossier().type(), task.dossier().id(), task.title()),
                UnitRef.of(task.unit()),
                task.due(),
                task.dueStatus(),
                task.assignee() == null ? null : task.assignee().username(),
                Times.iso(task.createdAt()));
    }
}
