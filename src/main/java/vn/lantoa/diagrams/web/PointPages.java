package vn.lantoa.diagrams.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.diagrams.AdjustablePoint;
import vn.lantoa.diagrams.AdjustablePoint.Why;
import vn.lantoa.diagrams.AdjustablePoints;
import vn.lantoa.diagrams.AdjustablePoints.Adjusted;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Điều chỉnh nhanh": the adjustable points of a process as one form. */
@Controller
class PointPages {

    private static final String FIELD = "point:";

    /** Where the days and reminders that are no part of a diagram are changed: codes of *Danh mục*. */
    private static final Map<String, List<String>> RULES = Map.of(
            "reporting", List.of("deadlines", "seasons", "waves"),
            "commendation", List.of("award-stages", "award-season", "data-request-terms"),
            "models", List.of("safety-windows", "safety-terms", "safety-reminders", "model-adoption-terms"));

    private final AdjustablePoints points;
    private final PointWords words;

    PointPages(AdjustablePoints points, PointWords words) {
        this.points = points;
        this.words = words;
    }

    /** One field: what is shown in it, and what is wrong with it. */
    record Line(String id, AdjustablePoint point, String value, Why error) {

        public boolean changed() {
            return !value.strip().equals(point.value().strip());
        }
    }

    /** The fields of one element. */
    record Block(String title, List<Line> lines) {

        public boolean wrong() {
            return lines.stream().anyMatch(line -> line.error() != null);
        }
    }

    /** The blocks of one file. */
    record Part(String file, String ending, String id, List<Block> blocks) {

        public boolean wrong() {
            return blocks.stream().anyMatch(Block::wrong);
        }
    }

    @GetMapping("/processes/{process}/points")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    String show(@PathVariable String process, Actor actor, Model model) {
        return page(process, actor, Map.of(), Map.of(), model);
    }

    @PostMapping("/processes/{process}/points")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    String adjust(
            @PathVariable String process,
            @RequestParam(defaultValue = "") String base,
            @RequestParam Map<String, String> all,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var typed = new LinkedHashMap<String, String>();
        all.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                typed.put(name.substring(FIELD.length()), value);
            }
        });
        var outcome = points.adjust(actor, process, base, typed, words.title(locale));
        if (outcome instanceof Adjusted.Kept kept) {
            return "redirect:/process-drafts/" + kept.draft();
        }
        response.setStatus(
                outcome instanceof Adjusted.Stale
                        ? HttpStatus.CONFLICT.value()
                        : outcome instanceof Adjusted.Unchanged
                                ? HttpStatus.OK.value()
                                : HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("trouble", words.trouble(outcome, locale));
        return page(process, actor, typed, outcome instanceof Adjusted.Wrong wrong ? wrong.errors() : Map.of(), model);
    }

    private String page(String process, Actor actor, Map<String, String> typed, Map<String, Why> errors, Model model) {
        var found = points.of(actor, process);
        model.addAttribute("process", found.version());
        model.addAttribute("points", found);
        model.addAttribute("rules", RULES.getOrDefault(found.version().feature(), List.of()));
        model.addAttribute("parts", parts(found, typed, errors));
        return "diagrams/points";
    }

    private static List<Part> parts(AdjustablePoints.Points found, Map<String, String> typed, Map<String, Why> errors) {
        var files = new LinkedHashMap<String, List<Block>>();
        var number = 0;
        for (var group : found.groups()) {
            var lines = new ArrayList<Line>();
            for (var point : group.points()) {
                lines.add(new Line(
                        "point-" + number++,
                        point,
                        typed.getOrDefault(point.key(), point.value()),
                        errors.get(point.key())));
            }
            files.computeIfAbsent(group.file(), file -> new ArrayList<>()).add(new Block(group.title(), lines));
        }
        return files.entrySet().stream()
                .map(file -> new Part(
                        file.getKey(),
                        file.getKey().substring(file.getKey().lastIndexOf('.') + 1),
                        file.getKey().substring(file.getKey().lastIndexOf('/') + 1),
                        file.getValue()))
                .toList();
    }
}
