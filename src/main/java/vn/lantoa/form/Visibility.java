package vn.lantoa.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.form.Filling.Scope;

/** Takes out of the data what a condition hides, as form-js does before it looks at conditions for showing. */
final class Visibility {

    private final Conditions conditions;
    private final String outcome;
    private final Map<String, Object> data;
    private final Map<String, Object> visible;

    @SuppressWarnings("unchecked")
    Visibility(Conditions conditions, String outcome, Map<String, Object> data) {
        this.conditions = conditions;
        this.outcome = outcome;
        this.data = data;
        this.visible = (Map<String, Object>) Paths.copy(data);
    }

    Map<String, Object> visible(List<Component> components) {
        filter(components, List.of(), new Scope(data, data, null, List.of()), false);
        return new LinkedHashMap<>(visible);
    }

    private void filter(List<Component> components, List<Object> base, Scope scope, boolean hiddenAbove) {
        for (Component component : components) {
            if (!component.askedFor(outcome)) {
                continue;
            }
            boolean hidden = hiddenAbove || scope.hides(component, conditions);
            var path = Paths.join(base, component.path());
            switch (component.kind()) {
                case FIELD -> clearIf(hidden, path);
                case ROWS -> filterRows(component, path, scope, hidden);
                case GROUP -> filter(component.children(), path, scope, hidden);
                case STATIC -> {}
            }
        }
    }

    private void filterRows(Component list, List<Object> path, Scope scope, boolean hidden) {
        clearIf(hidden, path);
        var rows = (List<?>) Paths.get(data, path);
        for (int i = 0; !hidden && i < rows.size(); i++) {
            filter(list.children(), Paths.join(path, List.of(i)), scope.row(rows.get(i), i), false);
        }
    }

    private void clearIf(boolean hidden, List<Object> path) {
        if (hidden) {
            Paths.clear(visible, path);
        }
    }
}
