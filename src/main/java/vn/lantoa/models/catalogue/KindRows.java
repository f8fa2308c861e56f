package vn.lantoa.models.catalogue;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;

/** The writing of table {@code model_kind}. */
@Component
class KindRows {

    private static final int LONGEST_CODE = 52;

    private final JdbcClient jdbc;
    private final Clock clock;

    KindRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Holds a kind until the transaction ends; whether there is one. */
    boolean lock(KindId id) {
        return jdbc.sql("select id from model_kind where id = ? for update")
                .param(id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Lets nobody else give a kind a name until the transaction ends: two who propose the same at once are told as if one came later. */
    void holdNames() {
        jdbc.sql("select id from model_kind where id = (select min(k.id) from model_kind k) for update")
                .query(Long.class)
                .list();
    }

    /** @param code null to have one made of the name */
    KindId insert(String code, KindText text, UnitId keeper, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into model_kind (code, name, folded, purpose, rules, conditions, costs, lessons, state, keeper_id, entered_by,
                        entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'OFFERED', ?, ?, ?)""")
                .params(code == null ? codeOf(text.name()) : code, text.name(), VietnameseText.fold(text.name()))
                .params(text.purpose(), text.rules(), text.conditions(), text.costs(), text.lessons())
                .params(keeper.value(), by.value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return KindId.of(key.getKeyAs(Number.class).longValue());
    }

    void update(KindId id, KindText text) {
        jdbc.sql(
                        "update model_kind set name = ?, folded = ?, purpose = ?, rules = ?, conditions = ?, costs = ?, lessons = ?"
                                + " where id = ?")
                .params(text.name(), VietnameseText.fold(text.name()), text.purpose(), text.rules())
                .params(text.conditions(), text.costs(), text.lessons(), id.value())
                .update();
    }

    void state(KindId id, ModelKind.State state, KindId into) {
        jdbc.sql("update model_kind set state = ?, merged_into_id = ? where id = ?")
                .params(state.name(), into == null ? null : into.value(), id.value())
                .update();
    }

    /** Lets all that belongs to a kind go on under another: its sites, and the kinds that were merged into it before. */
    void goOn(KindId from, KindId into) {
        jdbc.sql("update model_site set kind_id = ? where kind_id = ?")
                .params(into.value(), from.value())
                .update();
        jdbc.sql("update model_kind set merged_into_id = ? where merged_into_id = ?")
                .params(into.value(), from.value())
                .update();
    }

    private String codeOf(String name) {
        var folded = String.join("_", VietnameseText.words(name));
        var base = folded.substring(0, Math.min(LONGEST_CODE, folded.length()));
        var like = jdbc.sql("select count(*) from model_kind where code = ? or code like ?")
                .params(base, base.replace("_", "\\_") + "\\_%")
                .query(Long.class)
                .single();
        return like == 0 ? base : base + "_" + (like + 1);
    }
}
