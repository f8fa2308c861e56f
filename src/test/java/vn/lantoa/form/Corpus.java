package vn.lantoa.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cases that hold the server to form-js; corpus.test.mjs runs the same files in the browser's code. */
final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/form/corpus");

    private Corpus() {}

    /** @param verdict {@code accepted} or {@code refused} with its codes by key */
    record Case(
            String name,
            JsonNode schema,
            Map<String, Object> answers,
            Map<String, Object> known,
            String outcome,
            Map<String, Object> verdict,
            boolean serverOnly) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().flatMap(Corpus::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Case> read(Path file) {
        try {
            var corpus = JSON.readTree(file.toFile());
            return StreamSupport.stream(corpus.get("cases").spliterator(), false)
                    .map(one -> read(file, corpus, one));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Case read(Path file, JsonNode corpus, JsonNode one) {
        var kind = one.has("refused") ? "refused" : "accepted";
        var verdict = new LinkedHashMap<String, Object>();
        verdict.put(kind, Options.fromJson(one.get(kind)));
        return new Case(
                file.getFileName() + ": " + one.get("name").asText(),
                corpus.get("schemas").get(one.get("schema").asText()),
                map(one.get("answers")),
                map(one.path("known")),
                one.path("outcome").asText(null),
                verdict,
                one.has("serverOnly"));
    }

    private static Map<String, Object> map(JsonNode json) {
        return json.isMissingNode() ? Map.of() : JSON.convertValue(json, new TypeReference<>() {});
    }

    /** What the form says, written as the corpus writes it. */
    static Map<String, Object> verdict(Form.Judgement judgement) {
        if (judgement.findings().isEmpty()) {
            return Map.of("accepted", Options.comparable(judgement.submitted()));
        }
        var refused = new LinkedHashMap<String, List<String>>();
        judgement
                .findings()
                .forEach(finding -> refused.merge(finding.key(), List.of(finding.code()), (one, other) -> Stream.concat(
                                one.stream(), other.stream())
                        .toList()));
        return Map.of("refused", refused);
    }
}
