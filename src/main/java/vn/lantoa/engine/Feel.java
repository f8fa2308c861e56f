package vn.lantoa.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;

/** FEEL as forms use it: the same engine that works the rule tables, so that both understand an expression alike. */
@Component
public class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    /** What is wrong with an expression as it is written; empty when it can be read. */
    static Optional<String> problem(String expression) {
        return problem(() -> ENGINE.parseExpression(expression));
    }

    /** The same for a cell that holds a condition of a rule. */
    static Optional<String> testProblem(String tests) {
        return problem(() -> ENGINE.parseUnaryTests(tests));
    }

    private static Optional<String> problem(Supplier<ParseResult> reading) {
        try {
            var parsed = reading.get();
            return parsed.isSuccess()
                    ? Optional.empty()
                    : Optional.of(parsed.failure().message());
        } catch (StackOverflowError e) {
            return Optional.of("nested too deeply");
        }
    }

    /**
     * Whether the expression is true of the data; false also when it is null, not a yes-no answer, or cannot be worked out from
     * these data.
     *
     * @param expression with or without the leading {@code =} of forms
     * @param data plain values by name; what is missing is null
     * @throws IllegalArgumentException when the expression is not allowed (over 500 characters, a loop, a function definition, a
     *     regular expression), or the data are not plain
     */
    public boolean holds(String expression, Map<String, Object> data) {
        var text = expression.startsWith("=") ? expression.substring(1) : expression;
        FeelRules.objection(text).ifPresent(objection -> {
            throw new IllegalArgumentException("FEEL refused: " + objection + ": " + text);
        });
        if (!PlainValues.plain(data)) {
            throw new IllegalArgumentException("FEEL works on plain values only");
        }
        var result = ENGINE.evaluateExpression(text, data);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
