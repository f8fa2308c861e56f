package vn.lantoa.models;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of table {@code model_site}. */
@Component
class SiteRows {

    private final JdbcClient jdbc;

    SiteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ModelSite> find(SiteId id) {
        return jdbc.sql("select * from model_site where id = ?")
                .param(id.value())
                .query(ModelSite::read)
                .optional();
    }

    /** Finds it and holds it until the transaction ends. */
    ModelSite lock(SiteId id) {
        return jdbc.sql("select * from model_site where id = ? for update")
                .param(id.value())
                .query(ModelSite::read)
                .single();
    }
}
