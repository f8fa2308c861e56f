package vn.lantoa.models;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.UnitId;

/** Grows invented sites with their reviews below units that are there, the same for the same seed: for measuring, as the generator of trees. */
@Component
public class SiteGenerator {

    private static final int CHUNK = 5_000;
    private static final List<String> PLACES =
            List.of("Tân Hương", "Phú Thuận", "Bình Hòa", "Long An", "Đông Sơn", "Vĩnh Lộc", "Mỹ Xuân", "Thạnh Phú");

    private final JdbcTemplate jdbc;
    private final ModelKinds kinds;
    private final SiteIndex index;
    private final Clock clock;

    SiteGenerator(JdbcTemplate jdbc, ModelKinds kinds, SiteIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Grows sites of the kinds in the catalogue, most of them alive, some overdue for review, some not yet recognised or closed.
     *
     * @param prefix begins every number, at most 8 letters; different for each call on one database
     * @param reviews how many reviews each has behind it
     */
    @Transactional
    public void generate(long seed, String prefix, List<UnitId> units, int sites, int reviews) {
        var random = new Random(seed);
        var offered = kinds.offered();
        for (var from = 0; from < sites; from += CHUNK) {
            var rows = new ArrayList<Object[]>();
            for (var i = from; i < Math.min(sites, from + CHUNK); i++) {
                rows.add(site(
                        prefix, i, offered.get(random.nextInt(offered.size())).id(), units, random));
            }
            jdbc.batchUpdate(
                    "insert into model_site (number, kind_id, unit_id, name, place, state, state_since, recognised_level, groups_count,"
                            + " members_count, groups_qualifier, members_qualifier, review_due, reminded, drafted_by, opened_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'EXACT', 'EXACT', ?, 0, 0, ?)",
                    rows);
        }
        jdbc.update(
                "insert into model_site_state (site_id, state, since, unit_id) select id, state, state_since, unit_id from model_site"
                        + " where number like ?",
                prefix + "-%");
        review(prefix, reviews);
        offered.forEach(kind -> index.indexAll(kind.id()));
    }

    private Object[] site(String prefix, int i, KindId kind, List<UnitId> units, Random random) {
        var today = LocalDate.now(clock);
        var state = state(random.nextInt(20));
        var due = state.alive()
                ? today.plusDays(random.nextInt(180) - (state == SiteState.REVIEW_OVERDUE ? 300 : 20))
                : null;
        var groups = 1 + random.nextInt(4);
        return new Object[] {
            String.format(Locale.ROOT, "%s-%06d", prefix, i),
            kind.value(),
            units.get(random.nextInt(units.size())).value(),
            "Khu nhà trọ số " + (i + 1),
            "xã " + PLACES.get(random.nextInt(PLACES.size())),
            state.name(),
            Date.valueOf(today.minusMonths(6)),
            state.alive() ? 2 + random.nextInt(2) : null,
            groups,
            groups * (10 + random.nextInt(30)),
            due == null ? null : Date.valueOf(due),
            Timestamp.from(clock.instant())
        };
    }

    private static SiteState state(int drawn) {
        return switch (drawn) {
            case 0 -> SiteState.DRAFT;
            case 1 -> SiteState.UNDER_TRIAL;
            case 2 -> SiteState.NEEDS_REPAIR;
            case 3 -> SiteState.REVIEW_OVERDUE;
            case 4 -> SiteState.CLOSED;
            default -> SiteState.ACTIVE;
        };
    }

    private void review(String prefix, int reviews) {
        var today = LocalDate.now(clock);
        for (var i = 0; i < reviews; i++) {
            var day = today.minusMonths(6L * (i + 1));
            jdbc.update(
                    "insert into model_review (site_id, due, held_on, groups_count, members_count, groups_qualifier, members_qualifier,"
                            + " sessions, attended, commitments, failed, result, recorded_by, recorded_at) select id, ?, ?, groups_count,"
                            + " members_count, 'EXACT', 'EXACT', 6, members_count, members_count, 0, 'KEEPS', 0, ? from model_site where number like ?",
                    Date.valueOf(day),
                    Date.valueOf(day),
                    Timestamp.from(clock.instant()),
                    prefix + "-%");
        }
    }
}
