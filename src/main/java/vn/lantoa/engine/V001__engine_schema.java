package vn.lantoa.engine;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Creates the engine's tables from the scripts inside its own jar: nothing is copied, so nothing can fall behind. */
@Component
class V001__engine_schema extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "identity", "history", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        var product = context.getConnection().getMetaData().getDatabaseProductName();
        var dialect = product.equals("PostgreSQL") ? "postgres" : "h2";
        for (var part : PARTS) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(),
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(dialect, part)));
        }
    }
}
