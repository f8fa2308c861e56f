package vn.lantoa.models;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.DailyWork;
import vn.lantoa.engine.Processes;

/**
 * The morning of sites: reviews that come due get their step, those missed are reminded of twice, and what stays missed goes before a
 * leader. What is due is found by statements over all sites, no site has a timer; each is worked in a transaction of its own, so a morning
 * that comes twice, or after days of downtime, does everything once. Nothing lapses here.
 */
@Component
public class UpkeepDay implements DailyWork {

    private static final String REVIEWED =
            "('UNDER_TRIAL', 'PROPOSED', 'APPRAISED', 'ACTIVE', 'NEEDS_REPAIR', 'REVIEW_OVERDUE')";

    private static final String DUE =
            "select id from model_site where review_open = false and review_due <= :day and state in " + REVIEWED
                    + " order by id";
    private static final String MISSED =
            "select id from model_site where reminded < :nth and review_due <= :day and state in " + REVIEWED
                    + " order by id";
    private static final String OVERDUE =
            "select id from model_site where overdue_open = false and given_until is null and reminded >= 2"
                    + " and review_due <= :day and state in ('ACTIVE', 'NEEDS_REPAIR') order by id";
    private static final String GIVEN_TIME_IS_OVER =
            "select id from model_site where overdue_open = false and given_until < :day and state = 'REVIEW_OVERDUE' order by id";

    private final JdbcClient jdbc;
    private final SiteRows rows;
    private final SiteStates states;
    private final SiteNotices notices;
    private final SiteStory story;
    private final ModelRules rules;
    private final Processes processes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UpkeepDay(
            JdbcClient jdbc,
            SiteRows rows,
            SiteStates states,
            SiteNotices notices,
            SiteStory story,
            ModelRules rules,
            Processes processes,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.states = states;
        this.notices = notices;
        this.story = story;
        this.rules = rules;
        this.processes = processes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks whether a new day has begun; also after days without power. */
    @Scheduled(fixedDelayString = "${lantoa.campaign.every}", initialDelayString = "${lantoa.campaign.every}")
    void look() {
        if (!LocalTime.now(clock).isBefore(BEGINS) && !lastDay().equals(Optional.of(LocalDate.now(clock)))) {
            workThrough();
        }
    }

    @Override
    public void workThrough() {
        var today = LocalDate.now(clock);
        each(DUE, Map.of("day", today.plusDays(rules.number("REVIEW_AHEAD_DAYS", today))), this::openReview);
        remind(1, today.minusDays(rules.number("FIRST_REMINDER_DAYS", today)));
        remind(2, today.minusDays(rules.number("SECOND_REMINDER_DAYS", today)));
        each(OVERDUE, Map.of("day", today.minusDays(rules.number("OVERDUE_DAYS", today))), this::overdue);
        each(GIVEN_TIME_IS_OVER, Map.of("day", today), this::overdue);
        jdbc.sql("update model_day set last_day = ? where id = 1").param(today).update();
    }

    private void remind(int nth, LocalDate missedBy) {
        each(MISSED, Map.of("nth", nth, "day", missedBy), site -> {
            if (site.reminded() < nth) {
                notices.remind(site, nth);
                jdbc.sql("update model_site set reminded = ? where id = ?")
                        .params(nth, site.id().value())
                        .update();
            }
        });
    }

    private void openReview(ModelSite site) {
        if (processes.tell(Words.REVIEW_DUE, site.id().dossier(), Map.of())) {
            jdbc.sql("update model_site set review_open = true where id = ?")
                    .param(site.id().value())
                    .update();
        }
    }

    private void overdue(ModelSite site) {
        if (processes.tell(Words.REVIEW_MISSED, site.id().dossier(), Map.of())) {
            jdbc.sql("update model_site set overdue_open = true, given_until = null where id = ?")
                    .param(site.id().value())
                    .update();
            if (site.state() != SiteState.REVIEW_OVERDUE) {
                states.enter(site.id(), SiteState.REVIEW_OVERDUE);
                story.site(site, "overdue", null, null, null, SiteWords.day(site.reviewDue()));
            }
        }
    }

    /** Each found is held and worked by itself; one that changed meanwhile is asked for again. */
    private void each(String query, Map<String, ?> params, Consumer<ModelSite> work) {
        List<Long> found = jdbc.sql(query).params(params).query(Long.class).list();
        found.forEach(id -> transaction.executeWithoutResult(status -> {
            var site = rows.lock(SiteId.of(id));
            var still = jdbc.sql(query.replace(" order by id", " and id = :id"))
                    .params(params)
                    .param("id", id)
                    .query(Long.class)
                    .optional();
            if (still.isPresent()) {
                work.accept(site);
            }
        }));
    }

    private Optional<LocalDate> lastDay() {
        return Optional.ofNullable(jdbc.sql("select last_day from model_day where id = 1")
                .query((row, n) -> new LocalDate[] {row.getObject("last_day", LocalDate.class)})
                .single()[0]);
    }
}
