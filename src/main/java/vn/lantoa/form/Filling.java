package vn.lantoa.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One form filled in, judged step for step as form-js does it: every field gets a value, what a condition hides leaves the
 * data, and what is then shown is validated and submitted.
 */
final class Filling {

    private final List<Component> components;
    private final String outcome;
    private final Conditions conditions;
    private final Map<String, Object> raw;
    private final Map<String, Object> data;
    private final Map<List<Object>, Reading> refused = new LinkedHashMap<>();
    private final Map<String, Object> submitted = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    @SuppressWarnings("unchecked")
    Filling(List<Component> components, Map<String, Object> raw, String outcome, Conditions conditions) {
        this.components = components;
        this.outcome = outcome;
        this.conditions = conditions;
        this.raw = raw;
        this.data = (Map<String, Object>) Paths.copy(raw);
    }

    void judge() {
        initialise(components, List.of());
        var shown = new LinkedHashMap<String, Object>(data);
        shown.putAll(new Visibility(conditions, outcome, data).visible(components));
        show(components, List.of(), new Scope(shown, shown, null, List.of()));
    }

    Map<String, Object> submitted() {
        return submitted;
    }

    List<Finding> findings() {
        return findings;
    }

    private void initialise(List<Component> components, List<Object> base) {
        for (Component component : components) {
            if (!component.askedFor(outcome)) {
                continue;
            }
            var path = Paths.join(base, component.path());
            switch (component.kind()) {
                case FIELD -> initialiseField(component, path);
                case ROWS -> initialiseRows(component, path);
                case GROUP -> initialise(component.children(), path);
                case STATIC -> {}
            }
        }
    }

    private void initialiseField(Component field, List<Object> path) {
        var answer = Paths.get(raw, path);
        if (answer == Paths.MISSING) {
            var preset = field.json().get("defaultValue");
            Paths.set(data, path, preset == null ? Reader.empty(field) : Options.fromJson(preset));
            return;
        }
        var reading = Reader.read(field, answer);
        Paths.set(data, path, reading.value());
        if (reading.isRefused()) {
            refused.put(path, reading);
        }
    }

    private void initialiseRows(Component list, List<Object> path) {
        var answer = Paths.get(raw, path);
        var rows = new ArrayList<Object>();
        if (answer instanceof List<?> given && given.size() <= Size.MOST_ROWS) {
            given.forEach(row -> rows.add(row instanceof Map ? Paths.copy(row) : new LinkedHashMap<String, Object>()));
            if (given.stream().anyMatch(row -> row != null && !(row instanceof Map))) {
                refused.put(path, Reading.refused(null, "type"));
            }
        } else if (answer instanceof List) {
            refused.put(path, Reading.refused(null, "rows", Size.MOST_ROWS));
        } else {
            if (answer != Paths.MISSING && answer != null) {
                refused.put(path, Reading.refused(null, "type"));
            }
            int preset = Math.min(list.json().path("defaultRepetitions").asInt(1), Size.MOST_ROWS);
            for (int i = 0; i < preset; i++) {
                rows.add(new LinkedHashMap<String, Object>());
            }
        }
        Paths.set(data, path, rows);
        for (int i = 0; i < rows.size(); i++) {
            initialise(list.children(), Paths.join(path, List.of(i)));
        }
    }

    private void show(List<Component> components, List<Object> base, Scope scope) {
        for (Component component : components) {
            if (!component.askedFor(outcome) || scope.hides(component, conditions)) {
                continue;
            }
            var path = Paths.join(base, component.path());
            switch (component.kind()) {
                case FIELD -> submit(component, path);
                case ROWS -> showRows(component, path, scope);
                case GROUP -> show(component.children(), path, scope);
                case STATIC -> {}
            }
        }
    }

    private void showRows(Component list, List<Object> path, Scope scope) {
        refuse(path);
        var rows = (List<?>) Paths.get(data, path);
        for (int i = 0; i < rows.size(); i++) {
            show(list.children(), Paths.join(path, List.of(i)), scope.row(rows.get(i), i));
        }
    }

    private void submit(Component field, List<Object> path) {
        if (field.neverTaken()) {
            return;
        }
        var value = Paths.get(data, path);
        if (field.is("figures")) {
            var judged = FiguresRules.judge(field.json(), Paths.text(path), value);
            findings.addAll(judged.findings());
            value = judged.figures();
        } else if (!refuse(path)) {
            findings.addAll(Validation.of(field, outcome, Paths.text(path), value));
        }
        Paths.set(submitted, path, value);
    }

    private boolean refuse(List<Object> path) {
        var reading = refused.get(path);
        if (reading == null) {
            return false;
        }
        findings.add(Finding.of(Paths.text(path), reading.code(), reading.args().toArray()));
        return true;
    }

    /** The data that a condition sees at one place of the form (form-js: LocalExpressionContext). */
    record Scope(Map<String, Object> data, Object here, Object parent, List<BigDecimal> rows) {

        boolean hides(Component component, Conditions conditions) {
            return component.hide() != null && conditions.holds(component.hide(), context(data));
        }

        Scope row(Object row, int index) {
            var numbers = new ArrayList<>(rows);
            numbers.add(BigDecimal.valueOf(index + 1L));
            return new Scope(data, row, context(here), numbers);
        }

        private Map<String, Object> context(Object data) {
            var context = new LinkedHashMap<String, Object>();
            context.put("this", here);
            context.put("parent", parent);
            context.put("i", rows);
            if (data instanceof Map<?, ?> map) {
                map.forEach((key, value) -> context.put(String.valueOf(key), value));
            }
            context.put("_this_", here);
            context.put("_parent_", parent);
            context.put("_i_", rows);
            return context;
        }
    }
}
