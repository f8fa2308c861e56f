package vn.lantoa.diagrams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element from {@code start} to {@code end}; its content, if it has any, lies within. */
final class XmlNode {

    /** An attribute's value and where it stands between its quotes. */
    record Value(String text, int from, int to) {}

    final XmlNode parent;
    final String tag;
    final int start;
    final Map<String, Value> attributes = new LinkedHashMap<>();
    final List<XmlNode> children = new ArrayList<>();
    private final Map<String, String> spaces;
    int contentStart;
    int contentEnd;
    int end;
    private String content = "";

    XmlNode(XmlNode parent, String tag, int start) {
        this.parent = parent;
        this.tag = tag;
        this.start = start;
        this.spaces = new HashMap<>(parent == null ? Map.of() : parent.spaces);
    }

    void declares(String prefix, String namespace) {
        spaces.put(prefix, namespace);
    }

    void closes(String written, int contentsEnd, int itsEnd) {
        content = written;
        contentEnd = contentsEnd;
        end = itsEnd;
    }

    String name() {
        return tag.substring(tag.indexOf(':') + 1);
    }

    /** The tag's prefix with its colon; empty when it has none. */
    String prefix() {
        return tag.substring(0, tag.indexOf(':') + 1);
    }

    boolean is(String namespace, String name) {
        return name().equals(name) && namespace.equals(spaces.get(prefix()));
    }

    Optional<Value> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** An attribute of this namespace, whatever its prefix. */
    Optional<Value> attribute(String namespace, String name) {
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(":" + name)
                        && namespace.equals(spaces.get(
                                entry.getKey().substring(0, entry.getKey().indexOf(':') + 1))))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    String value(String name) {
        return attribute(name).map(Value::text).orElse("");
    }

    Stream<XmlNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlNode::all));
    }

    Stream<XmlNode> all(String namespace, String name) {
        return all().filter(node -> node.is(namespace, name));
    }

    Optional<XmlNode> child(String name) {
        return children.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** Its text, as it is meant. */
    String text() {
        return XmlEscapes.meantBy(content).strip();
    }

    /** Its text as it is written; empty when something other than text stands between the tags. */
    Optional<String> plain() {
        return content.contains("<") ? Optional.empty() : Optional.of(content);
    }
}
