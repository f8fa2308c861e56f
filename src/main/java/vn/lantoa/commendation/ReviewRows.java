package vn.lantoa.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;

/** The open passage of a nomination, as the diagram writes it. */
@Component
class ReviewRows {

    private static final String OPEN = " where nomination_id = ? and state = 'OPEN'";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long open(Nomination nomination, Unit unit) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into nomination_review (nomination_id, season_id, unit_id, unit_name, level_no, title_code, mark, state,"
                                + " opened_at) values (?, ?, ?, ?, ?, ?, 'NONE', 'OPEN', ?)")
                .params(nomination.id().value(), nomination.season(), unit.id().value(), unit.name(), unit.level())
                .params(nomination.title(), now())
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void found(long review, List<EligibilityFinding> findings) {
        findings.forEach(one -> jdbc.sql(
                        "insert into nomination_finding (review_id, rule, outcome, reason, basis) values (?, ?, ?, ?, ?)")
                .params(review, one.rule(), one.outcome().name(), one.reasonKey(), one.basis())
                .update());
    }

    void mark(NominationId id, Review.Mark mark) {
        jdbc.sql("update nomination_review set mark = ?" + OPEN)
                .params(mark.name(), id.value())
                .update();
    }

    void title(NominationId id, String title) {
        jdbc.sql("update nomination_review set title_code = ?" + OPEN)
                .params(title, id.value())
                .update();
    }

    void freeze(NominationId id, CouncilRule rule) {
        jdbc.sql(
                        "update nomination_review set council = ?, quorum_numerator = ?, quorum_denominator = ?, approval_percent = ?,"
                                + " base = ?, ballot = ?, written_votes = ?, posting_days = ?, rule_basis = ?" + OPEN)
                .params(rule.council(), rule.quorumNumerator(), rule.quorumDenominator(), rule.approvalPercent())
                .params(rule.base().name(), rule.ballot().name(), rule.writtenVotes(), rule.postingDays())
                .params(rule.basis(), id.value())
                .update();
    }

    void document(NominationId id, String number, LocalDate date) {
        jdbc.sql("update nomination_review set document_number = ?, document_date = ?" + OPEN)
                .params(number, date, id.value())
                .update();
    }

    void committee(NominationId id, int members, int present, int inFavour, LocalDate metOn) {
        jdbc.sql("update nomination_review set members = ?, present = ?, in_favour = ?, met_on = ?" + OPEN)
                .params(members, present, inFavour, metOn, id.value())
                .update();
    }

    void close(NominationId id, String state) {
        jdbc.sql("update nomination_review set state = ?, closed_at = ?" + OPEN)
                .params(state, now(), id.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
