package vn.lantoa.models;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated numbers of the life of models, table {@code model_rule}. */
@Component("modelLifeRules")
public class ModelRules {

    private final JdbcClient jdbc;

    ModelRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number in force on a day.
     *
     * @throws IllegalStateException when no row is in force
     */
    public int number(String rule, LocalDate on) {
        return jdbc.sql("select amount from model_rule where rule = :rule and valid_from <= :on"
                        + " and (valid_to is null or valid_to >= :on)")
                .param("rule", rule)
                .param("on", on)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no row of " + rule + " on " + on));
    }
}
