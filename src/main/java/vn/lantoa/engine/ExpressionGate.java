package vn.lantoa.engine;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Layer 2: every expression the engine parses, of BPMN, of DMN and of queries alike, must be made of variables, literals,
 * operators and listed calls. What is not fails where it is parsed, with its text.
 */
class ExpressionGate extends Builder {

    private final transient RuleList list;
    private final transient Set<String> calls;
    private final transient Set<String> delegates;

    ExpressionGate(RuleList list, Set<String> calls, Set<String> delegates) {
        super(Feature.METHOD_INVOCATIONS);
        this.list = list;
        this.calls = calls;
        this.delegates = delegates;
    }

    @Override
    public Tree build(String expression) throws TreeBuilderException {
        var tree = super.build(expression);
        var root = tree.getRoot();
        if (root instanceof AstText) {
            return tree;
        }
        if (expression.length() > list.files().expression() || tree.isDeferred()) {
            throw refused(expression, "too long, or written with #{");
        }
        if (!onlyADelegate(root)) {
            check(expression, root, null);
        }
        return tree;
    }

    @Override
    protected Parser createParser(String expression) {
        return new Parser(this, expression) {
            @Override
            protected AstDot createAstDot(AstNode base, String property, boolean lvalue) {
                return new Dot(base, property, lvalue);
            }
        };
    }

    /** The engine's own dot keeps its property to itself. */
    private static final class Dot extends AstDot {

        Dot(AstNode base, String property, boolean lvalue) {
            super(base, property, lvalue);
        }

        String name() {
            return property;
        }
    }

    private boolean onlyADelegate(ExpressionNode root) {
        return root instanceof AstEval eval
                && eval.getChild(0) instanceof AstIdentifier identifier
                && delegates.contains(identifier.getName());
    }

    private void check(String expression, Node node, Node parent) {
        if (node instanceof AstMethod method) {
            method(expression, method);
            check(expression, method.getChild(1), method);
            return;
        }
        if (node instanceof AstFunction function && !list.functions().contains(function.getName())) {
            throw refused(expression, function.getName() + "() may not be called");
        }
        if (node instanceof AstBracket bracket
                && !(bracket.getChild(1) instanceof AstNumber)
                && !(bracket.getChild(1) instanceof AstString text
                        && !text.toString().contains("class"))) {
            throw refused(expression, "[ ] takes one literal");
        }
        if (node instanceof Dot dot && dot.name().equals("class")) {
            throw refused(expression, "class is not allowed");
        }
        if (node instanceof AstIdentifier identifier) {
            identifier(expression, identifier.getName(), parent);
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            check(expression, node.getChild(child), node);
        }
    }

    private void method(String expression, AstMethod method) {
        var allowed = method.getChild(0) instanceof Dot dot
                && dot.getChild(0) instanceof AstIdentifier bean
                && calls.contains(bean.getName() + "." + dot.name());
        if (!allowed) {
            throw refused(expression, "this call is not in the list");
        }
    }

    private void identifier(String expression, String name, Node parent) {
        if (delegates.contains(name) || calls.stream().anyMatch(call -> call.startsWith(name + "."))) {
            throw refused(expression, name + " is not a variable");
        }
        if (!name.equals("execution") && !name.equals("task")) {
            if (list.reserved().contains(name)) {
                throw refused(expression, name + " is reserved");
            }
            return;
        }
        var property = parent instanceof Dot dot && list.executionProperties().contains(dot.name());
        var argument = parent != null && parent.getClass().getSimpleName().equals("AstParameters");
        if (!property && !argument) {
            throw refused(expression, name + " is no value");
        }
    }

    private static TreeBuilderException refused(String expression, String why) {
        return new TreeBuilderException(expression, 0, "an expression", "a safe one", why);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
