package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Claims.Claim;
import vn.lantoa.models.Claims.Fact;
import vn.lantoa.models.Claims.NewClaim;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.VietnameseText;

/** The rows of table {@code model_claim}. */
@Component
class ClaimRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClaimRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a claim is about: the column that holds its id, and the facts that can be claimed. */
    record About(String column, long id, List<Fact> facts) {

        static About site(SiteId id) {
            return new About("site_id", id.value(), Fact.ofSites());
        }

        static About kind(KindId id) {
            return new About("kind_id", id.value(), Fact.ofKinds());
        }
    }

    /** All of them, by fact, in the order they were entered. */
    List<Claim> of(About about) {
        return jdbc.sql(
                        """
                        select c.*, case when exists (select 1 from model_claim o where o.%1$s = c.%1$s and o.fact = c.fact
                         and (coalesce(o.claimed_day, date '1000-01-01') <> coalesce(c.claimed_day, date '1000-01-01') or coalesce(o.amount, -1) <> coalesce(c.amount, -1)
                          or o.qualifier <> c.qualifier)) then 1 else 0 end as conflict
                        from model_claim c where c.%1$s = ? order by c.fact, c.id"""
                                .formatted(about.column()))
                .param(about.id())
                .query(ClaimRows::read)
                .list();
    }

    Optional<Claim> find(About about, long claim) {
        return of(about).stream().filter(one -> one.id() == claim).findFirst();
    }

    /** The first of its fact is chosen. */
    long insert(About about, NewClaim claim, PersonId by) {
        var key = new GeneratedKeyHolder();
        var days = claim.fact() == Fact.FOUNDED_ON;
        jdbc.sql(
                        """
                        insert into model_claim (%s, fact, claimed_day, amount, qualifier, source, source_date, chosen, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
                                .formatted(about.column()))
                .params(about.id(), claim.fact().name())
                .param(days ? claim.day() : null)
                .param(days ? null : claim.amount())
                .param((claim.qualifier() == null ? Qualifier.EXACT : claim.qualifier()).name())
                .param(source(claim))
                .param(claim.sourceDate())
                .param(of(about).stream().noneMatch(one -> one.fact() == claim.fact()))
                .params(by.value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void choose(About about, Claim chosen) {
        jdbc.sql("update model_claim set chosen = (id = ?) where " + about.column() + " = ? and fact = ?")
                .params(chosen.id(), about.id(), chosen.fact().name())
                .update();
    }

    /** What was said of one kind is said of another; what is chosen there goes on to count. */
    void goOn(KindId from, KindId into) {
        jdbc.sql("update model_claim set chosen = false where kind_id = :from and fact in"
                        + " (select o.fact from model_claim o where o.kind_id = :into and o.chosen = true)")
                .param("from", from.value())
                .param("into", into.value())
                .update();
        jdbc.sql("update model_claim set kind_id = ? where kind_id = ?")
                .params(into.value(), from.value())
                .update();
    }

    /** Holds a kind until the transaction ends; false when there is none. */
    boolean hold(KindId id) {
        return jdbc.sql("select id from model_kind where id = ? for update")
                .param(id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    static String source(NewClaim claim) {
        return VietnameseText.clean(claim.source());
    }

    private static Claim read(ResultSet row, int n) throws SQLException {
        return new Claim(
                row.getLong("id"),
                Fact.valueOf(row.getString("fact")),
                row.getObject("claimed_day", LocalDate.class),
                row.getObject("amount", Integer.class),
                Qualifier.valueOf(row.getString("qualifier")),
                row.getString("source"),
                row.getObject("source_date", LocalDate.class),
                row.getBoolean("chosen"),
                row.getInt("conflict") == 1);
    }
}
