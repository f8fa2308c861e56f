package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

class LayoutTest {

    private final WebApplicationContextRunner pages = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MessageSourceAutoConfiguration.class,
                    ThymeleafAutoConfiguration.class,
                    WebMvcAutoConfiguration.class))
            .withPropertyValues("spring.messages.fallback-to-system-locale=false", "spring.messages.encoding=UTF-8")
            .withUserConfiguration(Sample.class);

    @Test
    void a_page_carries_navigation_token_states_and_messages() {
        var html = page("vi");
        assertThat(html)
                .contains("<html lang=\"vi\">")
                .contains("<title>Việc cần xử lý</title>")
                .contains("hx-headers=\"{&quot;X-CSRF-TOKEN&quot;:&quot;abc&quot;}\"")
                .contains("<meta name=\"csrf-token\" content=\"abc\">")
                .contains("href=\"/reports\" aria-current=\"page\">Báo cáo</a>")
                .contains("class=\"badge badge--late\"")
                .contains("/icons.svg#late")
                .contains("<span>Quá hạn</span>")
                .contains("aria-describedby=\"name-hint name-error\"")
                .contains("aria-invalid=\"true\"")
                .contains("href=\"/tasks?after=3\"")
                .contains("Trang sau")
                .contains("Nguyễn Thị Hòa")
                .doesNotContain("th:", "BẢN DÙNG THỬ", "Về đầu danh sách", " style=", "??");
    }

    @Test
    void the_same_page_speaks_English() {
        assertThat(page("en")).contains("<html lang=\"en\">", "Next page", "Overdue");
    }

    @Test
    void the_demo_carries_its_band() {
        pages.withPropertyValues("spring.profiles.active=demo").run(context -> assertThat(webAppContextSetup(context)
                        .build()
                        .perform(get("/sample").locale(new Locale("vi")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("BẢN DÙNG THỬ"));
    }

    private String page(String language) {
        var html = new StringBuilder();
        pages.run(context -> html.append(webAppContextSetup(context)
                .build()
                .perform(get("/sample").locale(new Locale(language)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)));
        return html.toString();
    }

    @Controller
    static class Sample {

        public record Item(String href, String labelKey, boolean current) {}

        @GetMapping("/sample")
        String sample(Model model, jakarta.servlet.http.HttpServletRequest request) {
            request.setAttribute("_csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "abc"));
            model.addAttribute("navigation", List.of(new Item("/reports", "layout.reports", true)));
            model.addAttribute("signedIn", "Nguyễn Thị Hòa");
            return "layout/sample";
        }
    }
}
