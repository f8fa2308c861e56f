package vn.lantoa.models;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds of the catalogue. They are open to all who may sign in: what is to be copied must be seen. */
@Component
public class ModelKinds {

    private final JdbcClient jdbc;

    ModelKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ModelKind> find(KindId id) {
        return jdbc.sql("select * from model_kind where id = ?")
                .param(id.value())
                .query(ModelKind::read)
                .optional();
    }

    /** What can be taken over, by name. */
    public List<ModelKind> offered() {
        return jdbc.sql("select * from model_kind where state = 'OFFERED' order by folded, id")
                .query(ModelKind::read)
                .list();
    }

    /** Every kind that goes on as itself, withdrawn ones too, by name. */
    public List<ModelKind> standing() {
        return jdbc.sql("select * from model_kind where state <> 'MERGED' order by folded, id")
                .query(ModelKind::read)
                .list();
    }

    /** The kind as which this one goes on: itself unless it was merged. */
    public ModelKind current(KindId id) {
        var kind = find(id).orElseThrow();
        return kind.mergedInto() == null ? kind : current(kind.mergedInto());
    }
}
