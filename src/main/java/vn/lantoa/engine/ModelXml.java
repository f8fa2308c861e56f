package vn.lantoa.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A BPMN or DMN file as a small tree that knows namespaces and lines; no DOCTYPE, nothing fetched, no endless nesting. */
public final class ModelXml {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final int DEEPEST = 60;

    /** Three times what the largest rule table needs: more is nobody's work, and would be looked at for minutes. */
    private static final int MOST = 15_000;

    private ModelXml() {}

    /** One element; attribute keys are {@code {namespace}name}, or the bare name without namespace. */
    public static final class Node {

        public final String namespace;
        public final String name;
        public final Node parent;
        public final int line;
        public final Map<String, String> attributes = new LinkedHashMap<>();
        public final List<Node> children = new ArrayList<>();
        public final StringBuilder text = new StringBuilder();

        public Node(String namespace, String name, Node parent, int line) {
            this.namespace = namespace;
            this.name = name;
            this.parent = parent;
            this.line = line;
        }

        public boolean is(String namespace, String name) {
            return this.namespace.equals(namespace) && this.name.equals(name);
        }

        public Optional<String> attribute(String key) {
            return Optional.ofNullable(attributes.get(key));
        }

        public Optional<String> camunda(String name) {
            return attribute("{" + CAMUNDA + "}" + name);
        }

        /** Its own id, or that of the nearest element around it, with the line. */
        String place() {
            for (var node = this; node != null; node = node.parent) {
                if (node.attributes.containsKey("id")) {
                    return node.attributes.get("id") + " (line " + line + ")";
                }
            }
            return name + " (line " + line + ")";
        }

        /** What people read on the drawing, of itself or of the nearest element around it that is on the drawing. */
        String called() {
            for (var node = this; node != null; node = node.parent) {
                if (node.attributes.containsKey("id")) {
                    var label = node.attributes.getOrDefault("name", node.attributes.getOrDefault("label", ""));
                    return ExpressionRules.literal(label) ? label : "";
                }
            }
            return "";
        }

        String id() {
            return attributes.getOrDefault("id", "");
        }

        /** What a diagram calls its elements, by their ids in the order of the file; one without a name is called by its id. */
        public Map<String, String> names() {
            var names = new LinkedHashMap<String, String>();
            all().filter(node -> node.namespace.equals(BPMN) && node.attributes.containsKey("id"))
                    .forEach(node -> names.put(
                            node.id(),
                            node.attribute("name")
                                    .filter(name -> !name.isBlank())
                                    .orElse(node.id())));
            return names;
        }

        public Stream<Node> all() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
        }

        public Stream<Node> all(String bpmnName) {
            return all().filter(node -> node.is(BPMN, bpmnName));
        }
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException saying why it cannot be read
     */
    public static Node read(byte[] content) {
        var reader = new Reader();
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(new ByteArrayInputStream(content), reader);
        } catch (SAXParseException e) {
            throw new IllegalArgumentException("line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        return reader.root;
    }

    /** More elements than anybody draws. */
    static final class TooMuch extends SAXParseException {

        TooMuch(Locator locator) {
            super("more than " + MOST + " elements", locator);
        }
    }

    private static final class Reader extends DefaultHandler {

        private final Deque<Node> open = new ArrayDeque<>();
        private Locator locator;
        private Node root;
        private int count;

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
            if (open.size() > DEEPEST) {
                throw new SAXParseException("nested too deeply", locator);
            }
            if (++count > MOST) {
                throw new TooMuch(locator);
            }
            var node = new Node(uri, name, open.peek(), locator.getLineNumber());
            for (int i = 0; i < attributes.getLength(); i++) {
                var space = attributes.getURI(i);
                node.attributes.put(
                        space.isEmpty() ? attributes.getLocalName(i) : "{" + space + "}" + attributes.getLocalName(i),
                        attributes.getValue(i));
            }
            if (open.isEmpty()) {
                root = node;
            } else {
                open.peek().children.add(node);
            }
            open.push(node);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            open.peek().text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String name, String qName) {
            open.pop();
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
