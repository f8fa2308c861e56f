package vn.lantoa.diagrams.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.engine.ServiceSteps;
import vn.lantoa.organization.Post;

/** What the lists of the panel offer: posts, the steps of the catalogue, the forms and tables of this draft. */
@Component
class EditorChoices {

    /** Whose unit does a step, as the dossiers of the features know it. */
    private static final List<String> UNIT_ROLES = List.of("", "superior", "level", "deciding", "recognising");

    private final ServiceSteps steps;
    private final ProcessFiles processes;
    private final MessageSource messages;

    EditorChoices(ServiceSteps steps, ProcessFiles processes, MessageSource messages) {
        this.steps = steps;
        this.processes = processes;
        this.messages = messages;
    }

    record Choice(String value, String label) {}

    record Choices(
            List<Choice> posts,
            List<Choice> delegates,
            List<Choice> forms,
            List<Choice> tables,
            List<Choice> processes,
            List<Choice> unitRoles) {}

    Choices of(List<ModelFile> files, Locale locale) {
        var feature = files.get(0).feature();
        return new Choices(
                Arrays.stream(Post.values())
                        .map(post -> new Choice(post.code(), text("post." + post.code(), locale)))
                        .toList(),
                steps.all().stream()
                        .map(step -> new Choice(step.delegate(), step.name()))
                        .toList(),
                ids(files, "form"),
                ids(files, "dmn"),
                processes.newest().stream()
                        .filter(version -> version.feature().equals(feature))
                        .map(version -> new Choice(version.process(), version.name()))
                        .toList(),
                UNIT_ROLES.stream()
                        .map(role -> new Choice(role, text("process.unit." + (role.isEmpty() ? "own" : role), locale)))
                        .toList());
    }

    private static List<Choice> ids(List<ModelFile> files, String ending) {
        return files.stream()
                .filter(file -> file.ending().equals(ending))
                .map(file -> new Choice(file.id(), file.id()))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
