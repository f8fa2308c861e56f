package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.VietnameseText;

/**
 * What sources say about a site. Those that differ stand side by side and are in conflict; one of each fact is chosen for counting and for
 * checks, none is ever overwritten.
 */
@Component("modelClaims")
public class Claims {

    /** What is claimed; words: message {@code models.claim-fact.<NAME>}. */
    public enum Fact {
        FOUNDED_ON,
        GROUPS,
        MEMBERS,
        ROOMS
    }

    /**
     * @param day of FOUNDED_ON, else null
     * @param amount of the other facts, else null
     * @param conflict whether another source says something else of the same fact
     */
    public record Claim(
            long id,
            Fact fact,
            LocalDate day,
            Integer amount,
            Qualifier qualifier,
            String source,
            LocalDate sourceDate,
            boolean chosen,
            boolean conflict) {}

    /** A claim to enter; {@code day} or {@code amount} by its fact, {@code sourceDate} may be null. */
    public record NewClaim(
            Fact fact, LocalDate day, Integer amount, Qualifier qualifier, String source, LocalDate sourceDate) {}

    private static final int LONGEST_SOURCE = 400;

    private final JdbcClient jdbc;
    private final SiteRows rows;
    private final Reviews reviews;
    private final Access access;
    private final SiteStory story;
    private final Clock clock;

    Claims(JdbcClient jdbc, SiteRows rows, Reviews reviews, Access access, SiteStory story, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.reviews = reviews;
        this.access = access;
        this.story = story;
        this.clock = clock;
    }

    /** Every claim about a site, by fact, in the order they were entered. */
    public List<Claim> of(SiteId site) {
        return jdbc.sql(
                        """
                        select c.*, case when exists (select 1 from model_claim o where o.site_id = c.site_id and o.fact = c.fact
                         and (coalesce(o.claimed_day, date '1000-01-01') <> coalesce(c.claimed_day, date '1000-01-01') or coalesce(o.amount, -1) <> coalesce(c.amount, -1)
                          or o.qualifier <> c.qualifier)) then 1 else 0 end as conflict
                        from model_claim c where c.site_id = ? order by c.fact, c.id""")
                .param(site.value())
                .query(Claims::read)
                .list();
    }

    /** The founding day that counts; empty while no source says one. */
    public Optional<LocalDate> foundedOn(SiteId site) {
        return jdbc.sql(
                        "select claimed_day from model_claim where site_id = ? and fact = 'FOUNDED_ON' and chosen = true")
                .param(site.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Enters what a source says; the first of its fact is chosen. */
    @Transactional
    public SiteOutcome enter(Actor actor, SiteId id, NewClaim claim) {
        var site = rows.lock(id);
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, site.unit());
        var refused = refusal(claim);
        if (refused.isPresent()) {
            return refused.get();
        }
        var entered = insert(id, claim, actor.id());
        story.site(site, "claimed", actor, Right.SPREAD_MODEL, null, source(claim));
        return new SiteOutcome.Done(entered);
    }

    /** From now on this one counts; the others stay beside it. */
    @Transactional
    public SiteOutcome choose(Actor actor, SiteId id, long claim) {
        var site = rows.lock(id);
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, site.unit());
        var chosen = of(id).stream().filter(one -> one.id() == claim).findFirst();
        if (chosen.isEmpty()) {
            return SiteOutcome.Conflict.of("models.conflict.claim");
        }
        if (chosen.get().fact() == Fact.FOUNDED_ON) {
            var first = reviews.first(id)
                    .filter(review -> review.heldOn().isBefore(chosen.get().day()));
            if (first.isPresent()) {
                return SiteOutcome.Conflict.of(
                        "models.conflict.reviewed-before",
                        SiteWords.day(first.get().heldOn()));
            }
        }
        jdbc.sql("update model_claim set chosen = (id = ?) where site_id = ? and fact = ?")
                .params(claim, id.value(), chosen.get().fact().name())
                .update();
        story.site(
                site,
                "claim-chosen",
                actor,
                Right.SPREAD_MODEL,
                null,
                chosen.get().source());
        return new SiteOutcome.Done(claim);
    }

    /** What the house itself learnt from a decision. */
    void learnt(SiteId id, NewClaim claim, PersonId by) {
        insert(id, claim, by);
    }

    private Optional<SiteOutcome> refusal(NewClaim claim) {
        if (claim.fact() == null) {
            return Optional.of(SiteOutcome.Refused.at("fact", "models.refused.fact"));
        }
        var today = LocalDate.now(clock);
        if (claim.fact() == Fact.FOUNDED_ON) {
            if (claim.day() == null || claim.day().isAfter(today)) {
                return Optional.of(SiteOutcome.Refused.at("day", "models.refused.claim-day"));
            }
        } else if (claim.amount() == null || claim.amount() < 0) {
            return Optional.of(SiteOutcome.Refused.at("amount", "models.refused.claim-amount"));
        }
        if (claim.source() == null || claim.source().isBlank() || claim.source().length() > LONGEST_SOURCE) {
            return Optional.of(SiteOutcome.Refused.at("source", "models.refused.source"));
        }
        return claim.sourceDate() != null && claim.sourceDate().isAfter(today)
                ? Optional.of(SiteOutcome.Refused.at("sourceDate", "models.refused.day-ahead"))
                : Optional.empty();
    }

    private long insert(SiteId site, NewClaim claim, PersonId by) {
        var key = new org.springframework.jdbc.support.GeneratedKeyHolder();
        var days = claim.fact() == Fact.FOUNDED_ON;
        jdbc.sql(
                        """
                        insert into model_claim (site_id, fact, claimed_day, amount, qualifier, source, source_date, chosen, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(site.value(), claim.fact().name())
                .param(days ? claim.day() : null)
                .param(days ? null : claim.amount())
                .param((claim.qualifier() == null ? Qualifier.EXACT : claim.qualifier()).name())
                .param(source(claim))
                .param(claim.sourceDate())
                .param(of(site).stream().noneMatch(one -> one.fact() == claim.fact()))
                .params(by.value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    private static String source(NewClaim claim) {
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
