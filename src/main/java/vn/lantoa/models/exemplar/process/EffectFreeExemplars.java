package vn.lantoa.models.exemplar.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for the delegate when past decisions are replayed: it tells the process nothing, so it does nothing. */
@Configuration(proxyBeanMethods = false)
class EffectFreeExemplars {

    @Bean
    JavaDelegate concludeExemplarTwin() {
        return execution -> {};
    }
}
