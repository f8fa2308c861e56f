package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Answers "the children called so" by walking the tree; every other question goes to the JDK. */
class PlainXPath implements XPath {

    private static final Pattern PLAIN = Pattern.compile("/?[\\w-]+(/[\\w-]+)*|[\\w-]+(\\|[\\w-]+)+");

    private final XPath jdk;

    PlainXPath(XPath jdk) {
        this.jdk = jdk;
    }

    @Override
    public Object evaluate(String expression, Object item, QName type) throws XPathExpressionException {
        var nodes = type.equals(XPathConstants.NODESET) || type.equals(XPathConstants.NODE);
        if (!nodes
                || !(item instanceof Document || item instanceof Element)
                || !PLAIN.matcher(expression).matches()) {
            return jdk.evaluate(expression, item, type);
        }
        var found = find(expression, (Node) item);
        if (type.equals(XPathConstants.NODESET)) {
            return new Found(found);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Node> find(String expression, Node item) {
        if (expression.startsWith("/")) {
            var document = item instanceof Document ? item : item.getOwnerDocument();
            return find(expression.substring(1), document);
        }
        if (expression.contains("|")) {
            return children(List.of(item), List.of(expression.split("\\|")));
        }
        var found = List.of(item);
        for (var name : expression.split("/")) {
            found = children(found, List.of(name));
        }
        return found;
    }

    private static List<Node> children(List<Node> parents, List<String> names) {
        var found = new ArrayList<Node>();
        for (var parent : parents) {
            for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element && names.contains(child.getNodeName())) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private record Found(List<Node> nodes) implements NodeList {

        @Override
        public Node item(int index) {
            return index < nodes.size() ? nodes.get(index) : null;
        }

        @Override
        public int getLength() {
            return nodes.size();
        }
    }

    @Override
    public String evaluate(String expression, Object item) throws XPathExpressionException {
        return jdk.evaluate(expression, item);
    }

    @Override
    public Object evaluate(String expression, InputSource source, QName type) throws XPathExpressionException {
        return jdk.evaluate(expression, source, type);
    }

    @Override
    public String evaluate(String expression, InputSource source) throws XPathExpressionException {
        return jdk.evaluate(expression, source);
    }

    @Override
    public XPathExpression compile(String expression) throws XPathExpressionException {
        return jdk.compile(expression);
    }

    @Override
    public void reset() {
        jdk.reset();
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
        jdk.setXPathVariableResolver(resolver);
    }

    @Override
    public XPathVariableResolver getXPathVariableResolver() {
        return jdk.getXPathVariableResolver();
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
        jdk.setXPathFunctionResolver(resolver);
    }

    @Override
    public XPathFunctionResolver getXPathFunctionResolver() {
        return jdk.getXPathFunctionResolver();
    }

    @Override
    public void setNamespaceContext(NamespaceContext context) {
        jdk.setNamespaceContext(context);
    }

    @Override
    public NamespaceContext getNamespaceContext() {
        return jdk.getNamespaceContext();
    }
}
