package vn.lantoa.reporting.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.notification.News;

/** One digest a leader on the morning of each working day: n to approve, n units late. */
@Component
class Mornings {

    private final CampaignRows rows;
    private final WorkingDays workingDays;
    private final Telling telling;
    private final Clock clock;

    Mornings(CampaignRows rows, WorkingDays workingDays, Telling telling, Clock clock) {
        this.rows = rows;
        this.workingDays = workingDays;
        this.telling = telling;
        this.clock = clock;
    }

    /** Tells the leaders who have something to do; once a day, whatever is asked. */
    @Transactional
    public int tell(CampaignId id) {
        var campaign = rows.lock(id);
        var today = LocalDate.now(clock);
        if (campaign.state() != Campaign.State.OPEN || !workingDays.isWorkingDay(today)) {
            return 0;
        }
        Map<String, Object> params = new HashMap<>();
        params.put("campaign", id.value());
        params.put("today", today);
        params.put("rolled", workingDays.lastOnOrBefore(today.minusDays(1)));
        params.put("title", campaign.period().title());
        params.put("sep", News.SEPARATOR);
        params.put("link", "/tasks");
        params.put("key", "campaign:" + id + ":morning:" + today);
        return telling.tell(Outstanding.MORNING, Outstanding.MORNING_INSTEAD, params);
    }
}
