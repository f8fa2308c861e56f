package vn.lantoa.reporting.campaign.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for each delegate when past decisions are replayed: both tell the process nothing, so both do nothing. */
@Configuration(proxyBeanMethods = false)
class EffectFreeCampaigns {

    private static final JavaDelegate NOTHING = execution -> {};

    @Bean
    JavaDelegate prepareCampaignTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate closeCampaignTwin() {
        return NOTHING;
    }
}
