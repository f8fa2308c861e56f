package vn.lantoa.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.models.safety.SafetyCommitments;
import vn.lantoa.models.safety.SafetyFileId;
import vn.lantoa.models.safety.SafetyFiles;
import vn.lantoa.models.safety.SafetyOutcome;

/** This year's dossiers "An toàn về ANTT" at several steps, and commitments that were signed. */
@Component
@Profile("demo")
class DemoSafety {

    private static final List<String> CRITERIA = List.of(
            "resolution",
            "plan",
            "ruleProtection",
            "ruleSecrets",
            "rulePolitics",
            "ruleSafety",
            "ruleFire",
            "ruleEnvironment",
            "policy",
            "noEvents",
            "noOffences",
            "guards");
    private static final List<String> PAPERS = List.of("proposal", "report", "registration", "minutes");

    private final DemoDesk desk;
    private final DemoSiteSteps steps;
    private final SafetyFiles files;
    private final SafetyCommitments commitments;

    DemoSafety(DemoDesk desk, DemoSiteSteps steps, SafetyFiles files, SafetyCommitments commitments) {
        this.desk = desk;
        this.steps = steps;
        this.files = files;
        this.commitments = commitments;
    }

    /** How far a dossier goes in the demo. */
    private enum Until {
        REGISTERED,
        ASSESSED,
        SENT,
        DECIDED
    }

    /** Notes the dossiers of the year that is assessed. */
    void note(DemoAgenda agenda, LocalDate today) {
        var year = today.getYear();
        dossier(agenda, year, "cdcs-48-haichau-1", 212, Until.REGISTERED);
        dossier(agenda, year, "cdcs-48-sontra-1", 148, Until.ASSESSED);
        dossier(agenda, year, "cdcs-79-thuduc-2", 486, Until.SENT);
        dossier(agenda, year, "cdcs-37-namdinh-1", 239, Until.DECIDED);
        signed(agenda, LocalDate.of(year, Month.MARCH, 20), "cdcs-48-haichau-1", 205, 6);
        signed(agenda, LocalDate.of(year, Month.MARCH, 24), "cdcs-48-sontra-1", 140, 4);
        signed(agenda, LocalDate.of(year, Month.APRIL, 2), "cdcs-79-thuduc-2", 470, 11);
        signed(agenda, LocalDate.of(year, Month.SEPTEMBER, 9), "cdcs-79-thuduc-2", 36, 1);
        signed(agenda, LocalDate.of(year, Month.APRIL, 14), "cdcs-37-namdinh-1", 231, 8);
        signed(agenda, LocalDate.of(year, Month.MAY, 6), "cdcs-82-sadec-2", 164, 5);
    }

    private void dossier(DemoAgenda agenda, int year, String unit, int people, Until until) {
        var id = new SafetyFileId[1];
        var registered = LocalDate.of(year, Month.FEBRUARY, 10);
        agenda.on(registered, () -> id[0] = register(unit, year, registered));
        var assessed = LocalDate.of(year, Month.SEPTEMBER, 22);
        if (until != Until.REGISTERED) {
            agenda.on(
                    assessed,
                    () -> complete(unit, id[0], "AssessUnit", "submit", assessment(registered, assessed, people)));
        }
        if (until == Until.SENT || until == Until.DECIDED) {
            agenda.on(
                    assessed.plusDays(6),
                    () -> desk.complete("lanhdao." + unit, id[0].dossier(), "ApproveAssessment", "approve", Map.of()));
            agenda.on(
                    assessed.plusDays(9),
                    () -> complete(unit, id[0], "SendFile", "sent", sending(assessed.plusDays(9))));
        }
        if (until == Until.DECIDED) {
            var day = LocalDate.of(year, Month.NOVEMBER, 18);
            agenda.on(day, () -> complete(unit, id[0], "RecordDecision", "record", decision(day)));
        }
    }

    private SafetyFileId register(String unit, int year, LocalDate day) {
        var opened = files.open(desk.actor("canbo." + unit), steps.unit(unit), year);
        if (!(opened instanceof SafetyOutcome.Done done)) {
            throw new IllegalStateException("The demo's dossier of " + unit + " was refused: " + opened);
        }
        var id = SafetyFileId.of(done.id());
        var answers = new HashMap<String, Object>(Map.of("workplace", "DN", "enterpriseSize", "MEDIUM"));
        answers.put("registrationNumber", "03/ĐK-CĐCS");
        answers.put("registrationDate", day.toString());
        complete(unit, id, "RegisterUnit", "register", answers);
        return id;
    }

    private static Map<String, Object> assessment(LocalDate papers, LocalDate day, int people) {
        var answers = new HashMap<String, Object>();
        for (var criterion : CRITERIA) {
            answers.put(criterion, "YES");
            answers.put(criterion + "Number", 10 + CRITERIA.indexOf(criterion) + "/VB");
            answers.put(criterion + "Date", papers.toString());
        }
        answers.putAll(Map.of("headcount", people, "briefed", people, "guardCount", 5));
        answers.putAll(Map.of("minutesNumber", "07/BB", "minutesDate", day.toString(), "attended", 32));
        return answers;
    }

    private static Map<String, Object> sending(LocalDate day) {
        var answers = new HashMap<String, Object>();
        answers.put("sentTo", "Công an phường nơi đặt trụ sở");
        answers.put("sentDate", day.toString());
        for (var paper : PAPERS) {
            answers.put(paper + "Number", 15 + PAPERS.indexOf(paper) + "/CV-CĐCS");
            answers.put(paper + "Date", day.toString());
        }
        return answers;
    }

    private static Map<String, Object> decision(LocalDate day) {
        return Map.of(
                "result",
                "PASSED",
                "decisionNumber",
                "214/QĐ-UBND",
                "decisionDate",
                day.toString(),
                "issuer",
                "Chủ tịch Ủy ban nhân dân phường Nam Định");
    }

    private void signed(DemoAgenda agenda, LocalDate day, String unit, int people, int groups) {
        agenda.on(
                day,
                () -> commitments.enter(
                        desk.actor("canbo." + unit),
                        steps.unit(unit),
                        new SafetyCommitments.Entry(day, people, groups)));
    }

    private void complete(String unit, SafetyFileId id, String step, String outcome, Map<String, Object> answers) {
        desk.complete("canbo." + unit, id.dossier(), step, outcome, answers);
    }
}
