package vn.lantoa.web;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lantoa.organization.Actor;

/** What every controller may count on: the person who asks, the language, the frame of the page, a toast after a redirect. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    private final CurrentActor currentActor;
    private final PageModel pageModel;

    WebConfiguration(CurrentActor currentActor, PageModel pageModel) {
        this.currentActor = currentActor;
        this.pageModel = pageModel;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentActor);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pageModel);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new AccountLocale();
    }

    @Bean
    FlashMapManager flashMapManager() {
        return new ToastCookie();
    }
}
