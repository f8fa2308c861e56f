package vn.lantoa.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMapping;

/** The head of the document at {@code /v3/api-docs}, and the answers every route can give. */
@Configuration
class ApiDescription {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> ALWAYS = List.of("401", "403", "404");
    private static final List<String> WHEN_CHANGING = List.of("409", "422");

    private final MessageSource messages;

    ApiDescription(MessageSource messages) {
        this.messages = messages;
    }

    @Bean
    OpenAPI openApi() {
        var info = new Info().title("Lan Tỏa").version("v1").description(text("web.api.description"));
        var components = new Components()
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas("Problem", problem());
        return new OpenAPI()
                .info(info)
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OperationCustomizer problemsOfEveryRoute() {
        return (operation, handler) -> {
            ALWAYS.forEach(status -> describe(operation, status));
            var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
            var reads = mapping != null
                    && mapping.method().length == 1
                    && mapping.method()[0].asHttpMethod() == HttpMethod.GET;
            if (!reads) {
                WHEN_CHANGING.forEach(status -> describe(operation, status));
            }
            return operation;
        };
    }

    private void describe(Operation operation, String status) {
        var content = new Content()
                .addMediaType(PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        operation
                .getResponses()
                .putIfAbsent(
                        status,
                        new ApiResponse()
                                .description(text("error." + status + ".title"))
                                .content(content));
    }

    private static Schema<?> problem() {
        var error = new Schema<>().type("object").addProperty("key", string()).addProperty("message", string());
        return new Schema<>()
                .type("object")
                .addProperty("type", string())
                .addProperty("title", string())
                .addProperty("status", new Schema<>().type("integer"))
                .addProperty("detail", string())
                .addProperty("instance", string())
                .addProperty("correlation", string())
                .addProperty("errors", new Schema<>().type("array").items(error));
    }

    private static Schema<?> string() {
        return new Schema<>().type("string");
    }

    private String text(String key) {
        return messages.getMessage(key, null, VIETNAMESE);
    }
}
