package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.models.adoption.AdoptionId;
import vn.lantoa.models.adoption.AdoptionOutcome;
import vn.lantoa.models.adoption.Adoptions;
import vn.lantoa.models.adoption.Invitations;

/** A model spreads: units take it over from a site, others from theirs, and some are just invited. */
@Component
@Profile("demo")
class DemoSpread {

    private static final String KIND = "boarding_house_group";

    private final DemoDesk desk;
    private final DemoSiteSteps steps;
    private final Adoptions adoptions;
    private final Invitations invitations;

    DemoSpread(DemoDesk desk, DemoSiteSteps steps, Adoptions adoptions, Invitations invitations) {
        this.desk = desk;
        this.steps = steps;
        this.adoptions = adoptions;
        this.invitations = invitations;
    }

    /** One on its way: {@code id} null while it has not begun, or could not since its source is not alive yet. */
    private static final class Way {

        AdoptionId id;
        DemoSite source;
        DemoSite site;
    }

    /** Notes each adoption with the life of what comes of it, and adds those sites to the others. */
    void note(DemoAgenda agenda, List<DemoSite> sites, LocalDate today) {
        for (var row : DemoCsv.rows("adoptions")) {
            var way = new Way();
            way.site = DemoSite.takenOver(row, KIND);
            way.source = sites.stream()
                    .filter(site -> site.name.equals(row.get("source")))
                    .findFirst()
                    .orElseThrow();
            sites.add(way.site);
            taking(agenda, way, today.minusDays(Integer.parseInt(row.get("ago"))));
        }
        agenda.on(today.minusDays(12), () -> invite("ldld-79", sites.get(0), "CDP-79-TANBINH", "CDCS-79-THUDUC-3"));
        agenda.on(today.minusDays(9), () -> invite("cdp-48-haichau", sites.get(1), "CDCS-48-HAICHAU-4"));
        agenda.on(today.minusDays(95), () -> refused(sites.get(1)));
    }

    private void taking(DemoAgenda agenda, Way way, LocalDate day) {
        agenda.on(day, () -> ask(way));
        agenda.on(day.plusDays(3), () -> go(way, superior(way), "ReviewRequest", "agree", Map.of()));
        agenda.on(day.plusDays(8), () -> go(way, way.site.officer(), "DraftPlan", "submit", plan(way.site, day)));
        agenda.on(day.plusDays(10), () -> go(way, way.site.leader(), "ApprovePlan", "approve", Map.of()));
        var founding = day.plusDays(20);
        agenda.on(founding, () -> found(way, founding));
        var trialOver = founding.plusMonths(6).plusDays(2);
        agenda.on(trialOver, () -> with(way, () -> steps.propose(way.site)));
        agenda.on(
                trialOver.plusDays(6),
                () -> with(way, () -> steps.appraise(way.site, steps.above(way.site, 0), trialOver.plusDays(6))));
        agenda.on(
                trialOver.plusDays(12),
                () -> with(way, () -> steps.recognise(way.site, steps.above(way.site, 0), trialOver.plusDays(12))));
    }

    private void ask(Way way) {
        var unit = steps.unit(way.site.unit);
        if (way.source.id != null
                && adoptions.ask(desk.actor(way.site.officer()), unit, steps.kind(KIND), way.source.id)
                        instanceof AdoptionOutcome.Done done) {
            way.id = done.id();
        }
    }

    private void go(Way way, String username, String step, String outcome, Map<String, Object> answers) {
        if (way.id != null) {
            desk.complete(username, way.id.dossier(), step, outcome, answers);
        }
    }

    private void with(Way way, Runnable act) {
        if (way.site.id != null) {
            act.run();
        }
    }

    private void found(Way way, LocalDate day) {
        if (way.id == null) {
            return;
        }
        var answers = place(way.site);
        answers.put("foundedOn", day.toString());
        answers.put("foundingNumber", way.site.decision(day).get("number"));
        go(way, way.site.officer(), "SetUpModel", "founded", answers);
        way.site.id = adoptions.find(desk.actor(way.site.officer()), way.id).site();
    }

    private static Map<String, Object> plan(DemoSite site, LocalDate day) {
        var answers = place(site);
        answers.put("purpose", "Người ở trọ và chủ nhà trọ cùng giữ gìn an ninh, trật tự, phòng cháy tại khu nhà trọ.");
        answers.put("rules", "Tổ sinh hoạt mỗi tháng một lần; nội quy do người ở trọ góp ý, treo ở cổng.");
        answers.put("plannedOn", day.plusDays(20).toString());
        return answers;
    }

    private static Map<String, Object> place(DemoSite site) {
        var answers = new HashMap<String, Object>();
        answers.put("siteName", site.name);
        answers.put("place", site.place);
        answers.put("host", site.host);
        answers.put("groups", site.groups);
        answers.put("members", site.members);
        return answers;
    }

    private String superior(Way way) {
        return "canbo." + steps.above(way.site, 0).code().toLowerCase(java.util.Locale.ROOT);
    }

    private void invite(String inviter, DemoSite source, String... units) {
        if (source.id != null) {
            invitations.invite(
                    desk.actor("canbo." + inviter),
                    new Invitations.Wanted(steps.unit(inviter), steps.kind(KIND), source.id, List.of(units), null));
        }
    }

    private void refused(DemoSite source) {
        var unit = "cdcs-37-namdinh-4";
        if (source.id != null
                && adoptions.ask(desk.actor("canbo." + unit), steps.unit(unit), steps.kind(KIND), source.id)
                        instanceof AdoptionOutcome.Done done) {
            desk.complete(
                    "canbo.cdp-37-namdinh",
                    done.id().dossier(),
                    "ReviewRequest",
                    "decline",
                    Map.of("reasonCode", "TOO_FEW_MEMBERS", "reason", "Chưa có khu nhà trọ đủ đông công nhân."));
        }
    }
}
