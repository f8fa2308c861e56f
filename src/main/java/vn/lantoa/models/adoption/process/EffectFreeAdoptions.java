package vn.lantoa.models.adoption.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for the delegates when past decisions are replayed: they tell the process nothing, so these do nothing. */
@Configuration(proxyBeanMethods = false)
class EffectFreeAdoptions {

    @Bean
    JavaDelegate foundTakenOverSiteTwin() {
        return execution -> {};
    }

    @Bean
    JavaDelegate concludeAdoptionTwin() {
        return execution -> {};
    }
}
