package vn.lantoa.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationProgress;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.commendation.StartNomination;
import vn.lantoa.organization.Units;

/** A season of commendation with nominations of one commune at every step a newcomer may try; every person is invented. */
@Component
@Profile("demo")
class DemoAwards {

    private static final String WRITTEN = "awards";
    private static final String COMMUNE = "cdp-48-haichau";
    private static final String HOUSE = "cdcs-48-haichau-";
    private static final Map<String, Object> NOTHING = Map.of();

    private static final List<String> ACHIEVEMENTS = List.of(
            "Nòng cốt của tổ tự quản khu nhà trọ công nhân, vận động 40 phòng trọ ký cam kết",
            "Tổ chức 6 buổi tuyên truyền về phòng cháy và an ninh trật tự trong ca làm việc",
            "Sáng kiến sổ tay an toàn bỏ túi cho công nhân mới, được toàn công ty dùng",
            "Duy trì đội xung kích tự quản ba ca, hai năm liền không xảy ra mất an toàn");

    private final DemoDesk desk;
    private final DemoSettings settings;
    private final HouseClock house;
    private final Seasons seasons;
    private final Nominations nominations;
    private final NominationProgress progress;
    private final DemoCouncil council;
    private final Units units;
    private int number;

    DemoAwards(
            DemoDesk desk,
            DemoSettings settings,
            HouseClock house,
            Seasons seasons,
            Nominations nominations,
            NominationProgress progress,
            DemoCouncil council,
            Units units) {
        this.desk = desk;
        this.settings = settings;
        this.house = house;
        this.seasons = seasons;
        this.nominations = nominations;
        this.progress = progress;
        this.council = council;
        this.units = units;
    }

    /** Writes them once, on the days before the first closing, or today while it is still ahead. */
    void write() {
        if (settings.find(WRITTEN).isPresent()) {
            return;
        }
        var offset = house.offset();
        try {
            var today = LocalDate.now(house);
            var first = LocalDate.of(today.getYear(), Month.OCTOBER, 5);
            season(today, first.isAfter(today) ? today : first);
        } finally {
            desk.goOn(offset);
        }
        settings.put(WRITTEN, "yes");
    }

    private void season(LocalDate today, LocalDate first) {
        desk.itIs(first, 0);
        var tld = units.findByCode("TLD").orElseThrow().id();
        if (!(seasons.open(desk.actor("lanhdao.tld"), tld, today.getYear())
                instanceof CommendationOutcome.Done opened)) {
            return;
        }
        var founded = council.found(first);
        desk.itIs(first, 30);
        begun(first);
        var atCommune = atCommune(first);
        desk.itIs(first.plusDays(2), 120);
        weighed(atCommune);
        desk.itIs(today, 0);
        moreTime(today);
        council.convene(founded, opened.id(), today, beforeCouncil(atCommune));
    }

    /** Whoever tries the demo late in the year may still propose. */
    private void moreTime(LocalDate today) {
        var last = LocalDate.of(today.getYear(), Month.DECEMBER, 31);
        var until = today.plusDays(21).isAfter(last) ? last : today.plusDays(21);
        var tld = units.findByCode("TLD").orElseThrow().id();
        seasons.openFor(tld).forEach(season -> List.of(4, 3)
                .forEach(level -> seasons.extend(
                        desk.actor("lanhdao.tld"),
                        season.id(),
                        level,
                        until,
                        "Kéo dài để các đơn vị dùng thử lập hồ sơ.")));
    }

    /** What lies at the workplaces: a draft just begun, one to be weighed, and one whose decision is waited for. */
    private void begun(LocalDate first) {
        draft(HOUSE + "1");
        handedIn(HOUSE + "2", "GK_CDCS", first, true);
        var decided = handedIn(HOUSE + "3", "GK_CDCS", first, true);
        atWorkplace(HOUSE + "3", decided, first);
    }

    private List<NominationId> atCommune(LocalDate first) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(turn -> {
                    var workplace = HOUSE + (1 + turn % 4);
                    var title = turn % 3 == 0 ? "BK_LDLD" : turn == 1 ? "BK_TLD" : "GK_CTTT";
                    var id = handedIn(workplace, title, first, turn % 5 != 4);
                    atWorkplace(workplace, id, first);
                    return id;
                })
                .toList();
    }

    /** Whom the council is to vote on, of three workplaces. */
    private static List<NominationId> beforeCouncil(List<NominationId> ids) {
        return ids.subList(6, 9);
    }

    /** One on hold, one in reserve, one returned, one offered a lower award, one posted, three before the council; the rest waits. */
    private void weighed(List<NominationId> ids) {
        var officer = "canbo." + COMMUNE;
        desk.complete(officer, ids.get(0).dossier(), "hold", NOTHING);
        desk.complete(officer, ids.get(1).dossier(), "reserve", NOTHING);
        desk.complete(
                officer,
                ids.get(3).dossier(),
                "return",
                Map.of("reason", "Bổ sung số liệu cụ thể về kết quả đạt được."));
        desk.complete(officer, ids.get(5).dossier(), "offerLower", Map.of("offered", "GK_CTTT"));
        desk.complete(officer, ids.get(4).dossier(), "propose", NOTHING);
        for (var heard : beforeCouncil(ids)) {
            desk.complete(officer, heard.dossier(), "propose", NOTHING);
            progress.postingClosed(heard, false);
        }
    }

    private NominationId draft(String unit) {
        var proposer =
                units.findByCode(unit.toUpperCase(Locale.ROOT)).orElseThrow().id();
        var outcome = nominations.start(desk.actor("canbo." + unit), StartNomination.of(proposer));
        if (outcome instanceof CommendationOutcome.Done done) {
            return NominationId.of(done.id());
        }
        throw new IllegalStateException("The demo's nomination of " + unit + " was refused: " + outcome);
    }

    private NominationId handedIn(String unit, String title, LocalDate today, boolean person) {
        var id = draft(unit);
        desk.complete("canbo." + unit, id.dossier(), "submit", answers(title, today, person));
        return id;
    }

    /** Weighed by the officer, posted, voted by the committee and signed. */
    private void atWorkplace(String unit, NominationId id, LocalDate today) {
        desk.complete("canbo." + unit, id.dossier(), "propose", NOTHING);
        progress.postingClosed(id, false);
        desk.complete(
                "lanhdao." + unit,
                id.dossier(),
                "agree",
                Map.of("members", 7, "present", 7, "inFavour", 7, "metOn", today.toString()));
        desk.complete("lanhdao." + unit, id.dossier(), "approve", NOTHING);
    }

    private Map<String, Object> answers(String title, LocalDate today, boolean person) {
        number++;
        var answers = new HashMap<String, Object>();
        answers.put("title", title);
        answers.put("periodFrom", today.minusYears(1).toString());
        answers.put("periodTo", today.minusDays(5).toString());
        answers.put("achievement", ACHIEVEMENTS.get(number % ACHIEVEMENTS.size()));
        answers.put("registration", "DONE");
        answers.put("clear", "yes");
        answers.put("attestedBy", "Công đoàn phường Hải Châu");
        answers.put("attestedOn", today.minusDays(3).toString());
        answers.put("attestedUntil", today.plusMonths(6).toString());
        answers.put("consentOn", today.minusDays(4).toString());
        answers.put("consentChannel", "PAPER");
        answers.put("publicName", number % 4 != 0);
        if (person) {
            answers.put("whom", "person");
            answers.put("name", DemoNames.of("award-" + number));
            answers.put("sex", number % 3 == 0 ? "MALE" : "FEMALE");
            answers.put("birthYear", 1974 + number);
            answers.put("post", number % 2 == 0 ? "Công nhân may" : "Tổ trưởng sản xuất");
            answers.put("directWorker", true);
        } else {
            answers.put("whom", "collective");
            answers.put("name", "Tổ tự quản khu nhà trọ số " + number);
            answers.put("headcount", 24 + number);
            answers.put("women", 15 + number / 2);
            answers.put(
                    "results", "Duy trì sinh hoạt hằng tháng; toàn bộ phòng trọ ký cam kết; không xảy ra mất an toàn.");
        }
        return answers;
    }
}
