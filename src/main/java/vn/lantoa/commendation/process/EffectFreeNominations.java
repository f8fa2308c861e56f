package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in for each delegate when past decisions are replayed: what they told the process then is handed to the replay. */
@Configuration(proxyBeanMethods = false)
class EffectFreeNominations {

    private static final JavaDelegate NOTHING = execution -> {};

    @Bean
    JavaDelegate submitNominationTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate sendUpTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate submitForDecisionTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate recordWithdrawnNominationTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate enterLevelTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate applyCouncilRuleTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate openPostingTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate callVoteTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate closeLevelTwin() {
        return NOTHING;
    }

    @Bean
    JavaDelegate closeSeasonTwin() {
        return NOTHING;
    }
}
