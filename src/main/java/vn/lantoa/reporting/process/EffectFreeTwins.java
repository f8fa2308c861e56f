package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for each delegate when past decisions are replayed: none of ours tells the process anything, so all do nothing. */
@Configuration(proxyBeanMethods = false)
class EffectFreeTwins {

    private static final JavaDelegate NOTHING = execution -> {};

    @Bean
    JavaDelegate sendReportTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate sendOutsideTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate lockReportTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate returnReportTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate recordWithdrawalTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate recordEntryTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate openRestatementTwin() {
        return NOTHING;
    }
}
