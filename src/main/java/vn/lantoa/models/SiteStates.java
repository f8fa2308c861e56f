package vn.lantoa.models;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.organization.UnitId;

/**
 * What a site is and what is counted there, day by day: the row of today in {@code model_site}, and the rows of every day in
 * {@code model_site_state} and {@code model_site_count}, whose {@code until} is the first day on which they no longer hold.
 */
@Component
class SiteStates {

    private final JdbcClient jdbc;
    private final SiteRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SiteStates(JdbcClient jdbc, SiteRows rows, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** The first state of a new site. */
    void begin(SiteId id, UnitId unit) {
        open(id, SiteState.DRAFT, unit, today());
    }

    /** From today on it is this; nothing happens when it is already. */
    void enter(SiteId id, SiteState state) {
        var site = rows.lock(id);
        if (site.state() == state) {
            return;
        }
        var today = today();
        jdbc.sql("update model_site set state = ?, state_since = ?, ended_on = ? where id = ?")
                .params(state.name(), today, state.ended() ? today : null, id.value())
                .update();
        close(id, today);
        open(id, state, site.unit(), today);
        events.publishEvent(new DossierChanged(id.dossier()));
    }

    /** From today on it belongs to another unit; the days before stay the old one's. */
    void moved(ModelSite site, UnitId into) {
        jdbc.sql("update model_site set unit_id = ? where id = ?")
                .params(into.value(), site.id().value())
                .update();
        close(site.id(), today());
        open(site.id(), site.state(), into, today());
    }

    /** So much is counted there from a day on, or from the day of the last count if that is later. */
    void counted(SiteId id, Headcount counts, LocalDate on) {
        rows.count(id, counts);
        var since = jdbc.sql("select since from model_site_count where site_id = ? and until is null")
                .param(id.value())
                .query(LocalDate.class)
                .optional()
                .filter(on::isBefore)
                .orElse(on);
        jdbc.sql("update model_site_count set until = ? where site_id = ? and until is null")
                .params(since, id.value())
                .update();
        jdbc.sql(
                        """
                        insert into model_site_count (site_id, since, groups_count, members_count, groups_qualifier, members_qualifier)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        since,
                        counts.groups().amount(),
                        counts.members().amount())
                .params(
                        counts.groups().qualifier().name(),
                        counts.members().qualifier().name())
                .update();
    }

    private void close(SiteId id, LocalDate today) {
        jdbc.sql("update model_site_state set until = ? where site_id = ? and until is null")
                .params(today, id.value())
                .update();
    }

    private void open(SiteId id, SiteState state, UnitId unit, LocalDate since) {
        jdbc.sql("insert into model_site_state (site_id, state, since, unit_id) values (?, ?, ?, ?)")
                .params(id.value(), state.name(), since, unit.value())
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
