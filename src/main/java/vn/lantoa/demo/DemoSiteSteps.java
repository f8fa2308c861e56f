package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.models.Count;
import vn.lantoa.models.KindId;
import vn.lantoa.models.Measure;
import vn.lantoa.models.Measures;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.SiteOutcome;
import vn.lantoa.models.SiteProposals;
import vn.lantoa.models.StartSite;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What officers and leaders of the demo do with a site, step by step, each through its task or its button. */
@Component
@Profile("demo")
class DemoSiteSteps {

    private static final List<String> MET =
            List.of("purposeFits", "legalBasis", "writtenRules", "leaderNamed", "hostConsent", "awarenessPlan");

    /** A review is opened fifteen days ahead; people hold it in the last ten. */
    static final int HELD_AHEAD = 10;

    private final DemoDesk desk;
    private final SiteProposals proposals;
    private final Measures measures;
    private final ModelSites sites;
    private final ModelKinds kinds;
    private final Units units;

    DemoSiteSteps(
            DemoDesk desk,
            SiteProposals proposals,
            Measures measures,
            ModelSites sites,
            ModelKinds kinds,
            Units units) {
        this.desk = desk;
        this.proposals = proposals;
        this.measures = measures;
        this.sites = sites;
        this.kinds = kinds;
        this.units = units;
    }

    KindId kind(String code) {
        return kinds.offered().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind " + code))
                .id();
    }

    UnitId unit(String code) {
        return units.findByCode(code.toUpperCase(Locale.ROOT)).orElseThrow().id();
    }

    void draft(DemoSite site) {
        var wanted = new StartSite(
                unit(site.unit),
                kind(site.kind),
                site.name,
                site.place,
                site.host,
                Count.exactly(site.groups),
                Count.exactly(site.members));
        site.id = SiteId.of(done(proposals.start(desk.actor(site.officer()), wanted), site));
    }

    void submit(DemoSite site) {
        var answers = site.counts();
        answers.put("kind", kind(site.kind).toString());
        answers.put("name", site.name);
        answers.put("place", site.place);
        if (site.host != null) {
            answers.put("host", site.host);
        }
        desk.complete(site.officer(), site.id.dossier(), "DraftSite", "submit", answers);
    }

    void withdraw(DemoSite site) {
        done(
                proposals.withdraw(
                        desk.actor(site.officer()), site.id, "Khu lưu xá đang sửa chữa, đề nghị lại trong năm sau."),
                site);
    }

    void register(DemoSite site, LocalDate day) {
        desk.complete(superior("canbo.", site), site.id.dossier(), "RegisterSite", "register", site.decision(day));
    }

    void reject(DemoSite site) {
        desk.complete(
                superior("canbo.", site),
                site.id.dossier(),
                "RegisterSite",
                "reject",
                Map.of("reason", "Chưa có văn bản đồng ý của doanh nghiệp nơi đặt mô hình."));
    }

    void start(DemoSite site, LocalDate founded) {
        var answers = site.counts();
        answers.putAll(site.decision(founded));
        answers.put("issuer", "Ủy ban nhân dân " + site.place.replaceFirst(".*?((phường|xã|Phường|Xã) [^,]+).*", "$1"));
        answers.put("rulesOn", founded.toString());
        desk.complete(site.officer(), site.id.dossier(), "StartTrial", "start", answers);
    }

    void propose(DemoSite site) {
        desk.complete(site.officer(), site.id.dossier(), "TrialSite", "propose", site.counts());
    }

    /** By the officer of the unit that decides, everything met. */
    void appraise(DemoSite site, Unit deciding, LocalDate day) {
        var answers = new HashMap<String, Object>(site.counts());
        MET.forEach(criterion -> answers.put(criterion, "yes"));
        answers.putAll(Map.of("sessions", 6, "attended", site.members * 4, "commitments", site.members - 1));
        answers.putAll(Map.of("copyable", "yes", "copyNote", "Nội quy ngắn, do người ở trọ góp ý."));
        answers.putAll(Map.of("police", "agree", "policeNumber", "41/CV-CA", "policeDate", day.toString()));
        answers.put("minutes", "05/BB-TĐ");
        desk.complete(of("canbo.", deciding), site.id.dossier(), "AppraiseSite", "pass", answers);
    }

    void recognise(DemoSite site, Unit deciding, LocalDate day) {
        desk.complete(
                of("lanhdao.", deciding), site.id.dossier(), "DecideRecognition", "recognise", site.decision(day));
    }

    /** The unit above, or so many levels further up. */
    Unit above(DemoSite site, int further) {
        var unit = unit(site.unit);
        for (var step = 0; step <= further; step++) {
            unit = units.superiorOf(unit).orElseThrow();
        }
        return units.find(unit).orElseThrow();
    }

    void measure(DemoSite site, Measure.Kind kind, String reasonCode, String reason) {
        done(measures.propose(desk.actor(site.officer()), site.id, kind, reasonCode, reason), site);
    }

    void agree(DemoSite site, LocalDate day) {
        desk.complete(superior("lanhdao.", site), site.id.dossier(), "DecideMeasure", "agree", site.decision(day));
    }

    void lapse(DemoSite site, LocalDate day) {
        var answers = new HashMap<String, Object>(site.decision(day));
        answers.put("reason", "Quá hạn rà soát, đơn vị không còn duy trì tổ.");
        desk.complete(superior("lanhdao.", site), site.id.dossier(), "DecideOverdue", "lapse", answers);
    }

    void repair(DemoSite site, LocalDate day) {
        desk.complete(
                site.officer(),
                site.id.dossier(),
                "RepairSite",
                "done",
                Map.of(
                        "actions",
                        "Bầu lại tổ trưởng, niêm yết lại nội quy, nối lại sinh hoạt hằng tháng.",
                        "doneOn",
                        day.toString()));
    }

    void confirm(DemoSite site) {
        desk.complete(superior("canbo.", site), site.id.dossier(), "ConfirmRepair", "confirm", Map.of());
    }

    /** Holds the site's review when it is about to come due. */
    void review(DemoSite site, LocalDate day, int failed) {
        var open = sites.find(site.id)
                .filter(one -> one.reviewDue() != null && !one.reviewDue().isAfter(day.plusDays(HELD_AHEAD)));
        if (open.isEmpty()) {
            return;
        }
        site.reviews++;
        site.members += failed > 1 ? -site.members / 4 : 1 + site.members / 20;
        var answers = site.counts();
        answers.put("heldOn", day.toString());
        answers.putAll(Map.of("sessions", 6, "attended", site.members * 5, "commitments", site.members));
        answers.put("failed", failed);
        desk.complete(site.officer(), site.id.dossier(), "ReviewSite", "record", answers);
    }

    private String superior(String post, DemoSite site) {
        return of(post, above(site, 0));
    }

    private static String of(String post, Unit unit) {
        return post + unit.code().toLowerCase(Locale.ROOT);
    }

    private static long done(SiteOutcome outcome, DemoSite site) {
        if (outcome instanceof SiteOutcome.Done done) {
            return done.id();
        }
        throw new IllegalStateException("The demo's site " + site.name + " was refused: " + outcome);
    }
}
