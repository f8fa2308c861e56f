package vn.lantoa.commendation.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.CouncilRule;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.council.CouncilCase.Count;
import vn.lantoa.commendation.council.CouncilCase.Result;

/** The rows of table {@code council_case}. */
@Component
class CaseRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CaseRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A nomination that could be on an agenda, with the words and the rule to freeze. */
    record Entry(
            NominationId nomination,
            long review,
            String number,
            String award,
            String unit,
            boolean collective,
            CouncilRule rule) {}

    /** Makes this the agenda. What stood on it and stays keeps what members declared about it. */
    void agenda(long session, List<Entry> entries) {
        var wanted = entries.stream().map(Entry::nomination).toList();
        var standing = of(session);
        standing.stream().filter(one -> !wanted.contains(one.nomination())).forEach(one -> {
            jdbc.sql("delete from council_interest where case_id = ?")
                    .param(one.id())
                    .update();
            jdbc.sql("delete from council_case where id = ?").param(one.id()).update();
        });
        var stays = standing.stream().map(CouncilCase::nomination).toList();
        add(
                session,
                entries.stream()
                        .filter(one -> !stays.contains(one.nomination()))
                        .toList());
        of(session).forEach(one -> jdbc.sql("update council_case set place_no = ? where id = ?")
                .params(wanted.indexOf(one.nomination()) + 1, one.id())
                .update());
    }

    private void add(long session, List<Entry> entries) {
        var place = new int[1];
        batches.batchUpdate(
                """
                insert into council_case (session_id, nomination_id, review_id, place_no, nomination_number, award, nominee_unit,
                collective, quorum_numerator, quorum_denominator, approval_percent, base_kind, ballot, written_votes, posting_days,
                rule_basis, paper, state, decided)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, 'WAITING', false)""",
                entries.stream()
                        .map(one -> new Object[] {
                            session,
                            one.nomination().value(),
                            one.review(),
                            ++place[0],
                            one.number(),
                            one.award(),
                            one.unit(),
                            one.collective(),
                            one.rule().quorumNumerator(),
                            one.rule().quorumDenominator(),
                            one.rule().approvalPercent(),
                            one.rule().base().name(),
                            one.rule().ballot().name(),
                            one.rule().writtenVotes(),
                            one.rule().postingDays(),
                            one.rule().basis()
                        })
                        .toList());
    }

    List<CouncilCase> of(long session) {
        return jdbc.sql("select * from council_case where session_id = ? order by place_no")
                .param(session)
                .query(CaseRows::read)
                .list();
    }

    Optional<CouncilCase> find(long session, long id) {
        return jdbc.sql("select * from council_case where id = ? and session_id = ?")
                .params(id, session)
                .query(CaseRows::read)
                .optional();
    }

    /** Finds it and holds it until the transaction ends: a vote and the closing of its ballot wait for each other here. */
    Optional<CouncilCase> lock(long session, long id) {
        return jdbc.sql("select * from council_case where id = ? and session_id = ? for update")
                .params(id, session)
                .query(CaseRows::read)
                .optional();
    }

    /** Holds the whole agenda. */
    List<CouncilCase> lockAll(long session) {
        return jdbc.sql("select * from council_case where session_id = ? order by id for update")
                .param(session)
                .query(CaseRows::read)
                .list();
    }

    void opened(long id, boolean paper) {
        jdbc.sql("update council_case set state = 'OPEN', paper = ? where id = ?")
                .params(paper, id)
                .update();
    }

    void counted(long id, Result result, Count count) {
        jdbc.sql(
                        """
                        update council_case set state = 'COUNTED', result = ?, members = ?, present = ?, base = ?, needed = ?,
                        issued = ?, collected = ?, valid = ?, agreed = ? where id = ?""")
                .params(result.name(), count.members(), count.present(), count.base(), count.needed())
                .params(count.issued(), count.collected(), count.valid(), count.agreed(), id)
                .update();
    }

    void result(long id, Result result) {
        jdbc.sql("update council_case set result = ? where id = ?")
                .params(result.name(), id)
                .update();
    }

    void decided(long id) {
        jdbc.sql("update council_case set decided = true where id = ?")
                .param(id)
                .update();
    }

    /** What earlier sessions made of these passages through the level, of which one is still to come or is going on. */
    List<History> history(Collection<Long> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select c.review_id, c.id, s.id as session_id, s.state, s.number_no, c.result, c.decided
                                from council_case c join council_session s on s.id = c.session_id
                                where c.review_id in (:reviews) and s.state <> 'CANCELLED' order by c.id""")
                        .param("reviews", reviews)
                        .query((row, n) -> new History(
                                row.getLong("review_id"),
                                row.getLong("session_id"),
                                CouncilSession.State.valueOf(row.getString("state")),
                                row.getInt("number_no"),
                                result(row),
                                row.getBoolean("decided")))
                        .list();
    }

    /** One appearance of a passage before a council. */
    record History(long review, long session, CouncilSession.State state, int number, Result result, boolean decided) {}

    private static Result result(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return result == null ? null : Result.valueOf(result);
    }

    private static CouncilCase read(ResultSet row, int n) throws SQLException {
        var counted = row.getObject("members") != null;
        return new CouncilCase(
                row.getLong("id"),
                row.getLong("session_id"),
                NominationId.of(row.getLong("nomination_id")),
                row.getLong("review_id"),
                row.getInt("place_no"),
                row.getString("nomination_number"),
                row.getString("award"),
                row.getString("nominee_unit"),
                row.getBoolean("collective"),
                new CouncilRule(
                        true,
                        row.getInt("quorum_numerator"),
                        row.getInt("quorum_denominator"),
                        row.getInt("approval_percent"),
                        CouncilRule.Base.valueOf(row.getString("base_kind")),
                        CouncilRule.Ballot.valueOf(row.getString("ballot")),
                        row.getBoolean("written_votes"),
                        row.getInt("posting_days"),
                        row.getString("rule_basis")),
                row.getBoolean("paper"),
                CouncilCase.State.valueOf(row.getString("state")),
                result(row),
                counted
                        ? new Count(
                                row.getInt("members"),
                                row.getInt("present"),
                                row.getInt("base"),
                                row.getInt("needed"),
                                row.getInt("issued"),
                                row.getInt("collected"),
                                row.getInt("valid"),
                                row.getInt("agreed"))
                        : null,
                row.getBoolean("decided"));
    }
}
