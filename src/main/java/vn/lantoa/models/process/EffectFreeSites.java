package vn.lantoa.models.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for each delegate when past decisions are replayed: what they told the process then is handed to the replay. */
@Configuration(proxyBeanMethods = false)
class EffectFreeSites {

    private static final JavaDelegate NOTHING = execution -> {};

    @Bean
    JavaDelegate submitSiteTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate recogniseSiteTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate applyReviewTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate endSiteTwin() {
        return NOTHING;
    }
}
