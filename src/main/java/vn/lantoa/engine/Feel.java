package vn.lantoa.engine;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** The engine's own expression language, for those who must decide as its decisions do. */
public class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    /** Whether the expression is true of the data; false also when it is null, no boolean, or cannot be evaluated. */
    public boolean holds(String expression, Map<String, Object> data) {
        var result = ENGINE.evaluateExpression(expression, data);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
