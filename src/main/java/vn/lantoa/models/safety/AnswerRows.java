package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.models.safety.Assessment.Answer;

/** Reads and writes what a file holds in rows of its own: answers, findings, papers. */
@Component
class AnswerRows {

    /** The papers of a file in the order of the form, by the beginning of their keys there. */
    static final Map<String, String> PAPERS = papers();

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number and date of a paper. */
    record Paper(String number, LocalDate on) {}

    Assessment read(SafetyFile file) {
        var answers = new LinkedHashMap<String, Answer>();
        jdbc.sql("select * from safety_answer where file_id = ? order by criterion")
                .param(file.id().value())
                .query(row -> {
                    answers.put(
                            row.getString("criterion"),
                            new Answer(
                                    row.getString("answer"),
                                    row.getString("paper_number"),
                                    row.getObject("paper_date", LocalDate.class)));
                });
        return new Assessment(
                answers,
                file.headcount(),
                file.briefed(),
                file.guards(),
                file.minutesNumber(),
                file.minutesOn(),
                file.attended());
    }

    /** Puts these answers in the place of those before. */
    void write(SafetyFileId file, Map<String, Answer> answers) {
        jdbc.sql("delete from safety_answer where file_id = ?")
                .param(file.value())
                .update();
        answers.forEach((criterion, answer) -> jdbc.sql(
                        "insert into safety_answer (file_id, criterion, answer, paper_number, paper_date) values (?, ?, ?, ?, ?)")
                .params(file.value(), criterion, answer.answer(), answer.number(), answer.on())
                .update());
    }

    List<SafetyFinding> findings(SafetyFileId file) {
        return jdbc.sql("select * from safety_finding where file_id = ? order by position")
                .param(file.value())
                .query((row, n) -> new SafetyFinding(
                        row.getString("criterion"),
                        SafetyFinding.Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        row.getString("basis"),
                        row.getString("wording")))
                .list();
    }

    void keep(SafetyFileId file, List<SafetyFinding> findings) {
        jdbc.sql("delete from safety_finding where file_id = ?")
                .param(file.value())
                .update();
        var position = 0;
        for (var one : findings) {
            jdbc.sql("insert into safety_finding (file_id, position, criterion, outcome, reason, basis, wording)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            file.value(),
                            position++,
                            one.criterion(),
                            one.outcome().name(),
                            one.reason())
                    .params(one.basis(), one.wording())
                    .update();
        }
    }

    Map<String, Paper> papers(SafetyFileId file) {
        var papers = new LinkedHashMap<String, Paper>();
        jdbc.sql("select * from safety_paper where file_id = ?")
                .param(file.value())
                .query(row -> {
                    papers.put(
                            row.getString("kind"),
                            new Paper(row.getString("paper_number"), row.getObject("paper_date", LocalDate.class)));
                });
        return papers;
    }

    void write(SafetyFileId file, String kind, Paper paper) {
        jdbc.sql("delete from safety_paper where file_id = ? and kind = ?")
                .params(file.value(), kind)
                .update();
        jdbc.sql("insert into safety_paper (file_id, kind, paper_number, paper_date) values (?, ?, ?, ?)")
                .params(file.value(), kind, paper.number(), paper.on())
                .update();
    }

    private static Map<String, String> papers() {
        var papers = new LinkedHashMap<String, String>();
        papers.put("proposal", "PROPOSAL");
        papers.put("report", "REPORT");
        papers.put("registration", "REGISTRATION");
        papers.put("minutes", "MINUTES");
        return papers;
    }
}
