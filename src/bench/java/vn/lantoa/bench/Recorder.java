package vn.lantoa.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what is sent: the driver writes a statement with its parameters. */
final class Recorder {

    private static final String WRAPPING = " wrapping ";

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    List<String> statements() {
        return List.copyOf(statements);
    }

    Connection wrap(Connection connection) {
        return proxy(Connection.class, connection);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                if (target instanceof PreparedStatement && method.getName().startsWith("execute")) {
                    var text = target.toString();
                    var at = text.indexOf(WRAPPING);
                    statements.add(at < 0 ? text : text.substring(at + WRAPPING.length()));
                }
                var result = method.invoke(target, args);
                return result instanceof PreparedStatement statement
                                && method.getName().equals("prepareStatement")
                        ? proxy(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
