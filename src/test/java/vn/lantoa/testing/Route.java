package vn.lantoa.testing;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.organization.OpenToAll;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;

/** One route of the application as its table of handlers knows it. */
public record Route(HttpMethod method, String pattern, HandlerMethod handler) {

    /** Every route of ours, in the order of addresses. */
    public static List<Route> all(RequestMappingHandlerMapping table) {
        var routes = new ArrayList<Route>();
        table.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("vn.lantoa")) {
                for (var pattern : mapping.getPatternValues()) {
                    var methods = mapping.getMethodsCondition().getMethods();
                    (methods.isEmpty()
                                    ? Stream.of(HttpMethod.GET)
                                    : methods.stream().map(one -> one.asHttpMethod()))
                            .forEach(method -> routes.add(new Route(method, pattern, handler)));
                }
            }
        });
        routes.sort(java.util.Comparator.comparing(Route::toString));
        return routes;
    }

    public List<Annotation> marks() {
        return Stream.of(Requires.class, OpenToAll.class, OpenToSignedIn.class)
                .map(type -> (Annotation) AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    public Requires requires() {
        return AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
    }

    public boolean open() {
        return handler.hasMethodAnnotation(OpenToAll.class);
    }

    public boolean api() {
        return pattern.startsWith("/api/");
    }

    public boolean changes() {
        return method != HttpMethod.GET && method != HttpMethod.HEAD;
    }

    /** A request to this route; path variables nobody gave are 1. */
    public MockHttpServletRequestBuilder request(Map<String, String> variables) {
        var path = pattern;
        for (var variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        path = path.replaceAll("\\{[^}]+}", "1");
        return MockMvcRequestBuilders.request(method, path);
    }

    @Override
    public String toString() {
        return pattern + " " + method;
    }
}
