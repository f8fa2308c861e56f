package vn.lantoa.models.safety.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for each delegate when past decisions are replayed: what they told the process then is handed to the replay. */
@Configuration(proxyBeanMethods = false)
class EffectFreeSafety {

    @Bean
    JavaDelegate checkSafetyObjectTwin() {
        return execution -> {};
    }

    @Bean
    JavaDelegate judgeSafetyChecklistTwin() {
        return execution -> {};
    }
}
