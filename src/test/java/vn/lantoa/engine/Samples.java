package vn.lantoa.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Small processes of the engine's own tests; they do not run in the application. */
class Samples {

    private Samples() {}

    static List<ModelFile> walk() {
        return Stream.of("walk.bpmn", "outing.bpmn", "weather.dmn", "walk-choose.form")
                .map(Samples::file)
                .toList();
    }

    static ModelFile file(String name) {
        var root = name.endsWith(".form") ? "forms" : "bpmn";
        try {
            return new ModelFile(
                    root + "/sample/" + name, new ClassPathResource("engine/sample/" + name).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
