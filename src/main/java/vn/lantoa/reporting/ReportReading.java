package vn.lantoa.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Actor;

/** A report for those who read it and have nothing to do: the form of acceptance without what only a decision asks. */
@Component
class ReportReading {

    private static final String FORM = "forms/reporting/" + UnitReport.ACCEPT_FORM + ".form";

    private final ReportBackground background;
    private final FigureSheet sheet;
    private final OutlineSheet outline;
    private final Statements statements;
    private final KnownAnswers known;
    private final JsonNode form;

    ReportReading(
            ReportBackground background,
            FigureSheet sheet,
            OutlineSheet outline,
            Statements statements,
            KnownAnswers known,
            ObjectMapper json) {
        this.outline = outline;
        this.statements = statements;
        this.background = background;
        this.sheet = sheet;
        this.known = known;
        this.form = read(json);
    }

    /** Empty before anything was submitted; to other units, before it was sent. */
    Optional<Dossier.Reading> of(Report report, Actor actor) {
        var early = report.sent().isEmpty() && !actor.units().contains(report.unit());
        if (report.revision() == 0 || early) {
            return Optional.empty();
        }
        var mode = FigureSheet.Mode.READ;
        var notes = statements.notes(report.id(), report.revision());
        var schema = sheet.expand(
                form, mode, report, background.indicators(report), background.surroundings(report, mode), notes);
        return Optional.of(new Dossier.Reading(
                outline.expand(schema, mode, notes, OutlineSheet.Besides.NONE),
                known.answers(report, mode, background.below(report, mode))));
    }

    private static JsonNode read(ObjectMapper json) {
        try (var file = new ClassPathResource(FORM).getInputStream()) {
            var schema = json.readTree(file);
            var components = ((ArrayNode) schema.get("components")).elements();
            while (components.hasNext()) {
                var component = components.next();
                // Guidance for writing is not for readers.
                if (component.path("properties").has("only")
                        || component.path("type").asText().equals("text")) {
                    components.remove();
                }
            }
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
