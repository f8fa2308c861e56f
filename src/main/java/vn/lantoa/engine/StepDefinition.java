package vn.lantoa.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A user task as its diagram draws it.
 *
 * @param process the process id, e.g. {@code unit-report}
 * @param definition the deployed version's id
 * @param post code of the post ({@code camunda:candidateGroups})
 * @param unitRole whose unit does it: {@code own} (default) or what the feature knows, e.g. {@code superior}
 *     (extension property {@code unit})
 * @param fourEyes the id of the step whose person may not do this one (extension property {@code fourEyes})
 * @param outcomes code to Vietnamese button text, in order (extension properties {@code outcome:<code>})
 * @param form id of the form ({@code camunda:formRef}), empty when the step has none
 * @param workingDays how many working days the step has of its own, counted from its opening (extension property {@code workingDays})
 */
public record StepDefinition(
        String process,
        String processName,
        String definition,
        String step,
        String name,
        String post,
        String unitRole,
        Optional<String> fourEyes,
        Map<String, String> outcomes,
        Optional<String> form,
        Optional<Integer> workingDays) {}
