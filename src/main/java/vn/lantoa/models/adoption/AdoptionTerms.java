package vn.lantoa.models.adoption;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many days a step has, by table {@code model_adoption_term}; setting up is due on the day of the plan. */
@Component
class AdoptionTerms {

    private final JdbcClient jdbc;

    AdoptionTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day by whose end a step begun on this day is due; null when no row is in force. */
    LocalDate due(AdoptionState state, LocalDate began) {
        return jdbc.sql("select days from model_adoption_term where adoption_step = :step and valid_from <= :on"
                        + " and (valid_to is null or valid_to >= :on)")
                .param("step", state.name())
                .param("on", began)
                .query(Integer.class)
                .optional()
                .map(began::plusDays)
                .orElse(null);
    }
}
