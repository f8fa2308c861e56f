package vn.lantoa.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many working days a version gives its steps: the extension property {@code workingDays} of a user task. */
public final class StepDays {

    private StepDays() {}

    /** By the id of the step; a step without a number is due on no day. */
    public static Map<String, Integer> in(List<ModelFile> files) {
        var days = new HashMap<String, Integer>();
        files.stream()
                .filter(file -> file.ending().equals("bpmn"))
                .flatMap(file -> ModelXml.read(file.content()).all("userTask"))
                .forEach(task -> task.all()
                        .filter(node -> node.is(ModelXml.CAMUNDA, "property")
                                && node.attribute("name")
                                        .filter("workingDays"::equals)
                                        .isPresent())
                        .flatMap(node -> node.attribute("value").stream())
                        .filter(value -> value.matches("\\d{1,3}"))
                        .findFirst()
                        .ifPresent(value -> days.put(task.attribute("id").orElse(""), Integer.valueOf(value))));
        return days;
    }
}
