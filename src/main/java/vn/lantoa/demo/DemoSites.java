package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.demo.DemoSite.Fate;
import vn.lantoa.models.Claims;
import vn.lantoa.models.Measure;
import vn.lantoa.models.UpkeepDay;

/** Sites of models in five provinces, in every state a newcomer may look for; their lives are noted day by day in the agenda. */
@Component
@Profile("demo")
class DemoSites {

    /** Days between two rounds of reviews: no more than a review is held ahead, so each site is seen before its review is due. */
    private static final int ROUND = DemoSiteSteps.HELD_AHEAD;

    private final DemoSiteSteps steps;
    private final DemoDesk desk;
    private final Claims claims;
    private final UpkeepDay upkeep;

    DemoSites(DemoSiteSteps steps, DemoDesk desk, Claims claims, UpkeepDay upkeep) {
        this.steps = steps;
        this.desk = desk;
        this.claims = claims;
        this.upkeep = upkeep;
    }

    /** Notes the life of each; those that begin before {@code earliest} begin then. */
    List<DemoSite> note(DemoAgenda agenda, LocalDate earliest, LocalDate today) {
        var sites = new ArrayList<DemoSite>();
        for (var row : DemoCsv.rows("sites")) {
            var site = DemoSite.built(row);
            var began = today.minusDays(Integer.parseInt(row.get("ago")));
            life(agenda, site, began.isBefore(earliest) ? earliest : began, row);
            sites.add(site);
        }
        twoFoundingDays(agenda, sites.get(0), today.minusDays(30));
        return sites;
    }

    private void life(DemoAgenda agenda, DemoSite site, LocalDate began, CSVRecord row) {
        agenda.on(began, () -> steps.draft(site));
        if (site.fate.reaches(Fate.SUBMITTED)) {
            agenda.on(began.plusDays(2), () -> steps.submit(site));
        }
        switch (site.fate) {
            case DRAFT, SUBMITTED -> {}
            case WITHDRAWN -> agenda.on(began.plusDays(9), () -> steps.withdraw(site));
            case REJECTED -> agenda.on(began.plusDays(6), () -> steps.reject(site));
            default -> registered(agenda, site, began.plusDays(4), Integer.parseInt(row.get("founded")));
        }
    }

    private void registered(DemoAgenda agenda, DemoSite site, LocalDate day, int monthsBefore) {
        agenda.on(day, () -> steps.register(site, day));
        if (!site.fate.reaches(Fate.TRIAL)) {
            return;
        }
        var founding = day.plusDays(4);
        agenda.on(founding, () -> steps.start(site, founding.minusMonths(monthsBefore)));
        if (site.fate.reaches(Fate.PROPOSED)) {
            agenda.on(founding.plusDays(4), () -> steps.propose(site));
        }
        if (site.fate.reaches(Fate.APPRAISED)) {
            var appraising = founding.plusDays(10);
            agenda.on(appraising, () -> steps.appraise(site, steps.above(site, 0), appraising));
        }
        if (site.fate.reaches(Fate.ACTIVE)) {
            var recognition = founding.plusDays(18);
            agenda.on(recognition, () -> steps.recognise(site, steps.above(site, 0), recognition));
            alive(agenda, site, recognition);
        }
    }

    private void alive(DemoAgenda agenda, DemoSite site, LocalDate since) {
        switch (site.fate) {
            case SUSPENDED -> {
                var reason = "Chợ đang xây lại, tổ tạm nghỉ sinh hoạt.";
                ended(agenda, site, since.plusDays(100), Measure.Kind.SUSPEND, "PLACE_LOST", reason);
            }
            case CLOSED -> {
                var reason = "Phong trào đã thành nền nếp chung của nhà máy.";
                ended(agenda, site, since.plusDays(210), Measure.Kind.CLOSE, "AIM_REACHED", reason);
            }
            case REVOKED -> {
                var reason = "Không còn đủ điều kiện đã nêu khi công nhận.";
                ended(agenda, site, since.plusDays(150), Measure.Kind.REVOKE, "CONDITIONS_LOST", reason);
            }
            case LAPSED -> agenda.on(since.plusDays(260), () -> steps.lapse(site, since.plusDays(260)));
            case RAISING -> agenda.on(since.plusDays(440), () -> raise(site));
            case RAISED -> raised(agenda, site, since.plusDays(60), 1);
            case RAISED_TWICE -> {
                raised(agenda, site, since.plusDays(60), 1);
                raised(agenda, site, since.plusDays(240), 2);
            }
            default -> {}
        }
    }

    private void ended(DemoAgenda agenda, DemoSite site, LocalDate day, Measure.Kind kind, String code, String reason) {
        agenda.on(day, () -> steps.measure(site, kind, code, reason));
        agenda.on(day.plusDays(6), () -> steps.agree(site, day.plusDays(6)));
    }

    private void raise(DemoSite site) {
        steps.measure(site, Measure.Kind.RAISE, "WIDER_EFFECT", "Nhiều đơn vị trong tỉnh đã đến học tập, làm theo.");
    }

    private void raised(DemoAgenda agenda, DemoSite site, LocalDate day, int further) {
        agenda.on(day, () -> raise(site));
        var appraising = day.plusDays(12);
        agenda.on(appraising, () -> steps.appraise(site, steps.above(site, further), appraising));
        var recognition = day.plusDays(20);
        agenda.on(recognition, () -> steps.recognise(site, steps.above(site, further), recognition));
    }

    /** Two sources differ; both stand, one counts. */
    private void twoFoundingDays(DemoAgenda agenda, DemoSite site, LocalDate day) {
        agenda.on(day, () -> {
            if (site.id != null) {
                var told = new Claims.NewClaim(
                        Claims.Fact.FOUNDED_ON,
                        day.minusMonths(92).withDayOfMonth(1),
                        null,
                        null,
                        "Kỷ yếu phong trào của Liên đoàn Lao động Thành phố, trang 41",
                        day.minusMonths(20));
                claims.enter(desk.actor("canbo.ldld-79"), site.id, told);
            }
        });
    }

    /** Every few days what comes due is found, and somebody goes round: it is reviewed, and what was wanting is mended. */
    void rounds(DemoAgenda agenda, List<DemoSite> sites, LocalDate earliest, LocalDate today) {
        for (var day = today; day.isAfter(earliest); day = day.minusDays(ROUND)) {
            var on = day;
            agenda.on(on, upkeep::workThrough);
            agenda.on(on, () -> sites.stream()
                    .filter(site -> site.id != null && site.fate.reviewed())
                    .forEach(site -> round(site, on)));
        }
    }

    private void round(DemoSite site, LocalDate day) {
        if (site.wanting != null && !day.isBefore(site.wanting.plusDays(20))) {
            steps.repair(site, day);
            steps.confirm(site);
            site.wanting = null;
        }
        var before = site.reviews;
        var fails = site.fate == Fate.REPAIR && before == 1 || site.fate == Fate.REPAIRED && before == 0;
        steps.review(site, day, fails ? 2 : before % 2);
        if (site.reviews > before && fails && site.fate == Fate.REPAIRED) {
            site.wanting = day;
        }
    }
}
