package vn.lantoa.diagrams;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML text as a tree that knows where each element and attribute stands, so that one value can be changed and all else stays byte for byte.
 * It reads what the house's own check has let pass or what its editor wrote; it resolves no entity and refuses a DOCTYPE.
 */
final class PositionedXml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final int DEEPEST = 60;
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=/>]+)\\s*=\\s*(\"([^\"<]*)\"|'([^'<]*)')");

    private final String text;
    private int at;

    private PositionedXml(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is not well-formed, or has a DOCTYPE
     */
    static XmlNode read(String text) {
        return new PositionedXml(text).document();
    }

    private XmlNode document() {
        XmlNode root = null;
        XmlNode open = null;
        at = 0;
        while (true) {
            var next = text.indexOf('<', at);
            if (next < 0) {
                break;
            }
            at = next;
            if (skipped("<!--", "-->") || skipped("<![CDATA[", "]]>") || skipped("<?", "?>")) {
                continue;
            }
            if (text.startsWith("<!", at)) {
                throw broken("a DOCTYPE");
            }
            if (text.startsWith("</", at)) {
                open = closed(open);
            } else {
                var node = opened(open);
                if (open != null) {
                    open.children.add(node);
                } else if (root == null) {
                    root = node;
                } else {
                    throw broken("a second root");
                }
                open = node.end == 0 ? node : open;
            }
        }
        if (root == null || open != null) {
            throw broken("an element without end");
        }
        return root;
    }

    private boolean skipped(String from, String to) {
        if (!text.startsWith(from, at)) {
            return false;
        }
        var end = text.indexOf(to, at + from.length());
        if (end < 0) {
            throw broken(from + " without end");
        }
        at = end + to.length();
        return true;
    }

    private XmlNode opened(XmlNode parent) {
        var name = at + 1;
        while (name < text.length()
                && !Character.isWhitespace(text.charAt(name))
                && "/>".indexOf(text.charAt(name)) < 0) {
            name++;
        }
        var node = new XmlNode(parent, text.substring(at + 1, name), at);
        if (depth(node) > DEEPEST) {
            throw broken("nested too deeply");
        }
        at = name;
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.region(at, text.length()).lookingAt()) {
            var group = attribute.group(3) != null ? 3 : 4;
            var key = attribute.group(1);
            var value = new XmlNode.Value(
                    XmlEscapes.meantBy(attribute.group(group)), attribute.start(group), attribute.end(group));
            if (key.equals("xmlns")) {
                node.declares("", value.text());
            } else if (key.startsWith("xmlns:")) {
                node.declares(key.substring(6) + ":", value.text());
            } else {
                node.attributes.put(key, value);
            }
            at = attribute.end();
        }
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (text.startsWith("/>", at)) {
            at += 2;
            node.contentStart = node.contentEnd = node.end = at;
        } else if (text.startsWith(">", at)) {
            at++;
            node.contentStart = at;
        } else {
            throw broken("not a tag");
        }
        return node;
    }

    private XmlNode closed(XmlNode open) {
        if (open == null || !text.startsWith(open.tag, at + 2)) {
            throw broken("an end without its beginning");
        }
        var end = text.indexOf('>', at);
        if (end < 0 || !text.substring(at + 2 + open.tag.length(), end).isBlank()) {
            throw broken("not a tag");
        }
        open.closes(text.substring(open.contentStart, at), at, end + 1);
        at = open.end;
        return open.parent;
    }

    private static int depth(XmlNode node) {
        var depth = 0;
        for (var one = node; one != null; one = one.parent) {
            depth++;
        }
        return depth;
    }

    private IllegalArgumentException broken(String what) {
        return new IllegalArgumentException("at " + at + ": " + what);
    }
}
