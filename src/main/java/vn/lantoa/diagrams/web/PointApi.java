package vn.lantoa.diagrams.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.diagrams.AdjustablePoints;
import vn.lantoa.diagrams.AdjustablePoints.Adjusted;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The adjustable points of a process under {@code /api/v1}. */
@RestController
@RequestMapping("/api/v1/processes/{process}/points")
class PointApi {

    private final AdjustablePoints points;
    private final PointWords words;

    PointApi(AdjustablePoints points, PointWords words) {
        this.points = points;
        this.words = words;
    }

    /** @param base as it was read; {@code values} by the keys of the points, those left out stay */
    record Change(String base, Map<String, String> values) {}

    @GetMapping
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    Map<String, Object> show(@PathVariable String process, Actor actor) {
        var found = points.of(actor, process);
        var json = new LinkedHashMap<String, Object>();
        json.put("process", process);
        json.put("version", found.version().number());
        found.draft().ifPresent(draft -> json.put("draft", draft.id().toString()));
        json.put("base", found.base());
        json.put("unreadable", found.unreadable());
        json.put(
                "items",
                found.groups().stream()
                        .flatMap(group -> group.points().stream().map(point -> {
                            var item = new LinkedHashMap<String, Object>();
                            item.put("key", point.key());
                            item.put("file", point.file());
                            item.put("element", point.element());
                            item.put("title", group.title());
                            item.put("what", point.what());
                            item.put("subject", point.subject());
                            item.put("value", point.value());
                            item.put("choices", point.choices());
                            return item;
                        }))
                        .toList());
        return json;
    }

    @PutMapping
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    Map<String, Object> adjust(
            @PathVariable String process, @RequestBody(required = false) Change change, Actor actor, Locale locale) {
        var outcome = points.adjust(
                actor,
                process,
                change == null || change.base() == null ? "" : change.base(),
                change == null || change.values() == null ? Map.of() : change.values(),
                words.title(locale));
        if (outcome instanceof Adjusted.Kept kept) {
            return Map.of("draft", kept.draft().toString(), "changed", kept.changed());
        }
        if (outcome instanceof Adjusted.Unchanged) {
            return Map.of("changed", 0);
        }
        var status = outcome instanceof Adjusted.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
        var problem = ProblemDetail.forStatusAndDetail(status, words.trouble(outcome, locale));
        if (outcome instanceof Adjusted.Wrong wrong) {
            problem.setProperty(
                    "errors",
                    wrong.errors().entrySet().stream()
                            .map(error -> Map.of("key", error.getKey(), "message", words.why(error.getValue(), locale)))
                            .toList());
        } else {
            problem.setProperty("errors", List.of());
        }
        throw new ErrorResponseException(status, problem, null);
    }
}
