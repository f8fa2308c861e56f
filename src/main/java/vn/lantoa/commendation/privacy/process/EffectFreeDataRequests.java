package vn.lantoa.commendation.privacy.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for the delegate when past decisions are replayed: it tells the process nothing, so it does nothing. */
@Configuration(proxyBeanMethods = false)
class EffectFreeDataRequests {

    @Bean
    JavaDelegate concludeDataRequestTwin() {
        return execution -> {};
    }
}
