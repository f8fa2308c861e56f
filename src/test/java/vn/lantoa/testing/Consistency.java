package vn.lantoa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consistency query of the engine ({@code engine/consistency.sql}): every process test ends with it. */
public final class Consistency {

    private Consistency() {}

    /** Fails naming each broken rule and the row that breaks it. */
    public static void check(JdbcClient jdbc) {
        assertThat(broken(jdbc)).as("rules the engine's tables break").isEmpty();
    }

    /** The broken rules, each with the row. */
    public static List<String> broken(JdbcClient jdbc) {
        return jdbc.sql(query())
                .query((row, n) -> row.getString("rule") + ": " + row.getString("found"))
                .list();
    }

    private static String query() {
        try {
            return new ClassPathResource("engine/consistency.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
