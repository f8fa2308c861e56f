package vn.lantoa.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One file of a process (its diagram, a form, a rule table), under the same name whether it comes from the jar or from a checkout.
 *
 * @param name such as {@code bpmn/reporting/unit-report.bpmn}
 */
public record ModelFile(String name, byte[] content) {

    /** The diagram, then rule tables and forms by name: the order in which people read them. */
    public static final Comparator<ModelFile> DIAGRAM_FIRST = Comparator.comparing(
                    (ModelFile file) -> List.of("bpmn", "dmn", "form").indexOf(file.ending()))
            .thenComparing(ModelFile::name);

    /** All files of the class path that match, e.g. {@code bpmn/*}{@code /*.bpmn}, in order of their names. */
    static List<ModelFile> found(String pattern) {
        try {
            var resources = new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
            return Arrays.stream(resources)
                    .map(resource -> read(pattern.substring(0, pattern.indexOf('/')), resource))
                    .sorted(Comparator.comparing(ModelFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile read(String root, Resource resource) {
        try (var stream = resource.getInputStream()) {
            var path = resource.getURL().getPath().split("/");
            return new ModelFile(
                    root + "/" + path[path.length - 2] + "/" + path[path.length - 1], stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder it belongs to, e.g. {@code reporting}. */
    public String feature() {
        return name.split("/")[1];
    }

    /** The file's own name without folders and ending: the id of what it holds. */
    public String id() {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    /** {@code bpmn}, {@code dmn} or {@code form}. */
    public String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
