package vn.lantoa.engine;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** FEEL as forms use it: the same engine that works the rule tables, so that both understand an expression alike. */
@Component
public class Feel {

    private final FeelEngine engine = new ScalaFeelEngineFactory().createInstance();

    /**
     * Whether the expression is true of the data; false also when it is null or not a yes-no answer.
     *
     * @param expression with or without the leading {@code =} of forms
     * @param data plain values by name; what is missing is null
     * @throws IllegalArgumentException when the expression cannot be read or is not allowed (over 500 characters, a loop, a
     *     function definition, a regular expression), or the data are not plain
     */
    public boolean holds(String expression, Map<String, Object> data) {
        var text = expression.startsWith("=") ? expression.substring(1) : expression;
        FeelRules.objection(text).ifPresent(objection -> {
            throw new IllegalArgumentException("FEEL refused: " + objection + ": " + text);
        });
        if (!PlainValues.plain(data)) {
            throw new IllegalArgumentException("FEEL works on plain values only");
        }
        try {
            Object result = engine.evaluateSimpleExpression(
                    text, Variables.fromMap(data).asVariableContext());
            return Boolean.TRUE.equals(result);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("FEEL cannot be evaluated: " + text, e);
        }
    }
}
