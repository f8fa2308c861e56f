package vn.lantoa.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.form.BindingPaths.Node;

/** Holds the keys of answers against the keys that a form asks for. */
final class AskedKeys {

    private final Node root;

    AskedKeys(List<Component> components) {
        this.root = BindingPaths.of(components).root();
    }

    /** Paths of answers that nobody asked for. */
    List<String> unknown(Map<String, Object> answers) {
        var unknown = new ArrayList<String>();
        unknown(root, List.of(), answers, unknown);
        return unknown;
    }

    /** The answers without what nobody asked for. */
    Map<String, Object> keep(Map<String, Object> answers) {
        return keep(root, answers);
    }

    private void unknown(Node node, List<Object> path, Map<?, ?> answers, List<String> unknown) {
        answers.forEach((name, value) -> {
            var child = node.child(String.valueOf(name));
            var here = Paths.join(path, List.of(String.valueOf(name)));
            if (child == null) {
                unknown.add(Paths.text(here));
            } else if (child.isFigures()) {
                unknown.addAll(FiguresRules.unknownKeys(child.owner().json(), Paths.text(here), value));
            } else if (child.isRows() && value instanceof List<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i) instanceof Map<?, ?> row) {
                        unknown(child, Paths.join(here, List.of(i)), row, unknown);
                    }
                }
            } else if (!child.isField() && !child.isRows() && value instanceof Map<?, ?> inner) {
                unknown(child, here, inner, unknown);
            }
        });
    }

    private Map<String, Object> keep(Node node, Map<?, ?> answers) {
        var kept = new LinkedHashMap<String, Object>();
        answers.forEach((key, value) -> {
            var name = String.valueOf(key);
            var child = node.child(name);
            if (child == null) {
                return;
            }
            if (child.isFigures()) {
                kept.put(name, FiguresRules.keep(child.owner().json(), value));
            } else if (child.isField()) {
                kept.put(name, value);
            } else if (child.isRows() && value instanceof List<?> rows) {
                kept.put(name, rows.stream().map(row -> keepRow(child, row)).toList());
            } else if (!child.isRows() && value instanceof Map<?, ?> inner) {
                kept.put(name, keep(child, inner));
            }
        });
        return kept;
    }

    private Object keepRow(Node rows, Object row) {
        return row instanceof Map<?, ?> map ? keep(rows, map) : Map.of();
    }
}
