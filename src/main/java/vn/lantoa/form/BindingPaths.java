package vn.lantoa.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.form.Component.Kind;

/** The tree of keys that a form asks for; no key may be asked for twice or lie inside another. */
final class BindingPaths {

    private final Node root = new Node();

    void claim(List<Component> components) {
        claim(root, components);
    }

    /** A tree for looking up keys only. */
    static BindingPaths of(List<Component> components) {
        var paths = new BindingPaths();
        paths.claim(components);
        return paths;
    }

    Node root() {
        return root;
    }

    private void claim(Node base, List<Component> components) {
        for (Component component : components) {
            switch (component.kind()) {
                case FIELD -> leaf(base, component);
                case ROWS -> claim(leaf(base, component), component.children());
                case GROUP -> claim(open(base, component.path(), component), component.children());
                case STATIC -> {}
            }
        }
    }

    private Node leaf(Node base, Component component) {
        var path = component.path();
        var parent = open(base, path.subList(0, path.size() - 1), component);
        var node = new Node();
        node.owner = component;
        if (parent.children.putIfAbsent(path.get(path.size() - 1), node) != null) {
            throw taken(component);
        }
        return node;
    }

    private Node open(Node base, List<String> path, Component component) {
        var node = base;
        for (String segment : path) {
            node = node.children.computeIfAbsent(segment, name -> new Node());
            if (node.owner != null) {
                throw taken(component);
            }
        }
        return node;
    }

    private static UnacceptableForm taken(Component component) {
        return new UnacceptableForm(
                component.type(), "the key " + String.join(".", component.path()) + " is already asked for");
    }

    /** One name of the tree; a node with an owner is a field or a list, one without lies on the way to others. */
    static final class Node {

        private final Map<String, Node> children = new LinkedHashMap<>();
        private Component owner;

        Node child(String name) {
            return children.get(name);
        }

        Component owner() {
            return owner;
        }

        boolean isFigures() {
            return isField() && owner.is("figures");
        }

        boolean isField() {
            return owner != null && owner.kind() == Kind.FIELD;
        }

        boolean isRows() {
            return owner != null && owner.kind() == Kind.ROWS;
        }
    }
}
