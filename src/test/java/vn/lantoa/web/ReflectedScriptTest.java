package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Route;

/** What is sent to a page comes back as text: every parameter that any page reads, by its name in the code, and every header an error page might repeat. */
@IntegrationTest
@Tag("once")
class ReflectedScriptTest {

    private static final List<String> SCRIPTS = List.of(
            "<svg onload=__xss=1>",
            "\"><svg onload=__xss=1>",
            "'><svg onload=__xss=1>",
            "</script><svg onload=__xss=1>");

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping table;

    @Test
    void nothing_sent_comes_back_as_markup() throws Exception {
        var branch = Branch.grow(context);
        var wrong = new ArrayList<String>();
        var repeated = 0;
        var names = new TreeSet<String>();
        var routes = Route.all(table).stream()
                .filter(route -> !route.pattern().equals("/events"))
                .toList();
        for (var route : routes) {
            var asked = names(route);
            names.addAll(asked);
            for (var script : SCRIPTS) {
                for (var who : List.of(
                        branch.username(Post.OFFICER, branch.a1), branch.username(Post.ADMINISTRATOR, branch.root))) {
                    var request = route.request(Map.of("id", "1", "unit", branch.a1.toString()))
                            .with(user(who))
                            .with(csrf());
                    asked.forEach(name -> request.param(name, script));
                    request.header("X-Correlation-Id", script).header("User-Agent", script);
                    request.header("Accept", "text/html,*/*").header("Accept-Language", "vi");
                    var answer = mvc.perform(request).andReturn().getResponse();
                    var body = answer.getContentAsString(StandardCharsets.UTF_8);
                    var html = String.valueOf(answer.getContentType()).startsWith("text/html");
                    repeated += body.contains("onload=__xss") ? 1 : 0;
                    if (html && body.contains("<svg onload=__xss")) {
                        wrong.add(route + " " + script);
                    }
                    answer.getHeaderNames().stream()
                            .filter(name ->
                                    String.valueOf(answer.getHeader(name)).contains("<svg"))
                            .forEach(name -> wrong.add(route + " in " + name));
                }
            }
        }
        System.out.println("reflected script: " + routes.size() + " routes, " + names.size() + " names, "
                + SCRIPTS.size() + " scripts, repeated as text " + repeated);
        assertThat(wrong).isEmpty();
        assertThat(repeated).as("answers that repeat what was sent").isGreaterThan(50);
    }

    /** Of parameters and of the fields of forms. */
    private static Set<String> names(Route route) {
        var names = new TreeSet<>(List.of("q", "name", "reason", "after", "code"));
        for (var parameter : route.handler().getMethodParameters()) {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            var type = parameter.getParameterType();
            if (asked != null) {
                parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                names.add(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
            } else if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents()).forEach(field -> names.add(field.getName()));
            } else if (type.getName().startsWith("vn.lantoa") && !BeanUtils.isSimpleProperty(type)) {
                Arrays.stream(BeanUtils.getPropertyDescriptors(type)).forEach(field -> names.add(field.getName()));
            }
        }
        return names;
    }
}
