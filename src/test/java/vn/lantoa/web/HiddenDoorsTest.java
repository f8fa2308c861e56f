package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Route;

/** The matrix of rights, the forged forms and the others walk one table of routes; this says that there is no way past that table. */
@IntegrationTest
@Tag("once")
class HiddenDoorsTest {

    @Autowired
    ApplicationContext context;

    @Test
    void every_way_in_stands_in_the_table_or_is_named_here() {
        var known = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (var mapping : context.getBeansOfType(HandlerMapping.class).entrySet()) {
            if (mapping.getValue() instanceof RouterFunctionMapping functions) {
                assertThat(functions.getRouterFunction()).as(mapping.getKey()).isNull();
            } else if (mapping.getValue() instanceof AbstractUrlHandlerMapping addresses) {
                assertThat(addresses.getHandlerMap().keySet())
                        .as(mapping.getKey())
                        .allMatch(List.of("/webjars/**", "/**", "/favicon.ico")::contains);
            } else if (mapping.getValue() instanceof RequestMappingInfoHandlerMapping methods
                    && mapping.getValue() != known) {
                var patterns = methods.getHandlerMethods().keySet().stream()
                        .flatMap(info -> info.getPatternValues().stream())
                        .collect(Collectors.toSet());
                assertThat(patterns).as(mapping.getKey()).allMatch(pattern -> pattern.startsWith("/actuator"));
            }
        }
    }

    @Test
    void the_operators_see_health_and_metrics_and_nothing_else() {
        var endpoints = context.getBeansOfType(
                        org.springframework.boot.actuate.endpoint.web.servlet.WebMvcEndpointHandlerMapping.class)
                .values()
                .iterator()
                .next();
        assertThat(endpoints.getEndpoints())
                .extracting(endpoint -> endpoint.getEndpointId().toString())
                .contains("health")
                .isSubsetOf("health", "metrics", "prometheus");
    }

    @Test
    void foreign_controllers_are_the_error_page_and_the_description_of_the_interface() {
        var table = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var ours = Route.all(table).stream().map(Route::pattern).collect(Collectors.toSet());
        var foreign = table.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !ours.contains(pattern))
                .collect(Collectors.toSet());
        assertThat(foreign).allMatch(pattern -> pattern.startsWith("/v3/api-docs") || pattern.startsWith("/error"));
        assertThat(table.getHandlerMethods().keySet())
                .allSatisfy(info -> assertThat(info.getPatternValues()).isNotEmpty());
    }

    @Test
    void one_servlet_answers_and_no_console_is_packed() {
        assertThat(context.getBeansOfType(ServletRegistrationBean.class).values())
                .extracting(ServletRegistrationBean::getServletName)
                .containsOnly("dispatcherServlet");
        for (var name : List.of(
                "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
                "org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter",
                "org.springframework.boot.devtools.restart.Restarter")) {
            assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                    .as(name)
                    .isNull();
        }
    }
}
