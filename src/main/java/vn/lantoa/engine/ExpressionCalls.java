package vn.lantoa.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What an expression may call, by {@code bean.method}, without reflection. None yet: diagrams read variables and rule tables. */
@Component
class ExpressionCalls {

    private final Map<String, Function<List<Object>, Object>> calls;

    @org.springframework.beans.factory.annotation.Autowired
    ExpressionCalls() {
        this(Map.of());
    }

    ExpressionCalls(Map<String, Function<List<Object>, Object>> calls) {
        this.calls = Map.copyOf(calls);
    }

    Set<String> names() {
        return calls.keySet();
    }

    boolean hasBean(String bean) {
        return calls.keySet().stream().anyMatch(name -> name.startsWith(bean + "."));
    }

    Function<List<Object>, Object> call(String name) {
        return calls.get(name);
    }
}
