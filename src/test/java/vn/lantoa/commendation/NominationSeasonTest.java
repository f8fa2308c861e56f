package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

/**
 * A season made by chance: nominations of every title climb through up to four levels, are returned, held, put in reserve, voted down,
 * taken back. None may be lost, and whoever is refused something is told why. {@code -Dlantoa.season=2000} walks a whole province's
 * (src/docs/commendation-season.md).
 */
@IntegrationTest
class NominationSeasonTest {

    private static final int NOMINATIONS = Integer.getInteger("lantoa.season", 10);
    private static final int MOST_STEPS = 200;

    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý");
    private static final List<String> MIDDLE = List.of(
            "Thị", "Văn", "Minh", "Ngọc", "Thu", "Đức", "Quốc", "Hữu", "Thanh", "Kim", "Xuân", "Bảo", "Gia", "Hải");
    private static final List<String> GIVEN = List.of(
            "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quyên", "Sơn");

    @Autowired
    ApplicationContext context;

    @Autowired
    NominationProgress progress;

    @Autowired
    Nominations nominations;

    @Autowired
    Processes processes;

    @Autowired
    JdbcClient jdbc;

    private final Random chance = new Random(20261122);
    private final Map<String, Integer> refusals = new TreeMap<>();
    private AwardFixtures award;

    @Test
    void no_nomination_is_lost_and_every_refusal_says_why() {
        award = new AwardFixtures(context);
        var all = new ArrayList<NominationId>();
        for (var n = 0; n < NOMINATIONS; n++) {
            all.add(walked(n));
        }
        var ends = new EnumMap<NominationState, Integer>(NominationState.class);
        all.forEach(id -> ends.merge(award.state(id), 1, Integer::sum));
        LoggerFactory.getLogger(NominationSeasonTest.class)
                .info("{} nominations: {}, refused: {}", all.size(), ends, refusals);
        assertThat(NominationState.ENDED).containsAll(ends.keySet());
        assertThat(all).noneMatch(id -> processes.running(id.dossier()));
        assertThat(count("select count(*) from nomination where season_id = ?")).isEqualTo(NOMINATIONS);
        assertThat(count("select count(*) from nomination_review where season_id = ? and state = 'OPEN'"))
                .as("no passage is left open")
                .isZero();
        assertThat(refusals.keySet())
                .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotStartWith("nomination."));
        Consistency.check(jdbc);
    }

    /** One nomination from its draft to its end, whatever happens on the way. */
    private NominationId walked(int n) {
        var unit = pick(List.of(award.branch.a11, award.branch.a12, award.branch.b1, award.branch.a1, award.branch.a));
        var id = award.draft(unit);
        for (var step = 0; step < MOST_STEPS && !award.state(id).ended(); step++) {
            act(id, unit, n);
        }
        return id;
    }

    private void act(NominationId id, UnitId proposer, int n) {
        if (chance.nextInt(150) == 0) {
            nominations.withdraw(award.branch.officer(proposer), id, "Đơn vị rút đề nghị");
            return;
        }
        switch (award.state(id)) {
            case DRAFT -> draft(id, proposer, n);
            case REVIEW -> review(id);
            case RESERVE -> complete(officer(id), id, Words.RESERVE_STEP, often() ? "promote" : "release");
            case HELD -> complete(officer(id), id, Words.HOLD_STEP, often() ? "resume" : "reject");
            case LOWER_OFFERED ->
                complete(award.branch.leader(proposer), id, Words.LOWER_STEP, often() ? "agree" : "refuse");
            case POSTING -> progress.postingClosed(id, !often());
            case OBJECTED -> complete(officer(id), id, Words.OBJECTION_STEP, often() ? "unfounded" : "upheld");
            case VOTING -> vote(id);
            case SIGNING ->
                complete(
                        award.branch.leader(award.at(id)),
                        id,
                        Words.SIGN_STEP,
                        often() ? "approve" : pick(List.of("return", "reject")));
            case DECIDING -> progress.released(id, often());
            default -> throw new AssertionError("nobody knows how to go on from " + award.state(id));
        }
    }

    private void draft(NominationId id, UnitId proposer, int n) {
        var title = pick(List.of("GK_CTTT", "BK_LDLD", "BK_TLD", "BK_TLD_CD", "CO_LDLD", "KNC_CD"));
        var name = FAMILY.get(n % 14) + " " + MIDDLE.get(n / 14 % 14) + " " + GIVEN.get(n / 196 % 14);
        var answers =
                title.startsWith("CO_") ? award.collectiveAnswers(title, "Tổ " + name) : award.answers(title, name);
        if (chance.nextInt(8) == 0) {
            answers.remove(pick(List.of("consentOn", "periodTo", "attestedOn", "name")));
        }
        if (chance.nextInt(3) == 0) {
            answers.put("warnReason", "Trường hợp tiêu biểu, có xác nhận của cấp trên");
        }
        complete(
                award.branch.officer(proposer),
                id,
                Words.DRAFT_STEP,
                chance.nextInt(40) == 0 ? "discard" : "submit",
                answers);
    }

    private void review(NominationId id) {
        var outcome = often() ? "propose" : pick(List.of("reserve", "notThisTime", "return", "reject", "hold"));
        complete(officer(id), id, Words.REVIEW_STEP, outcome);
    }

    /** At a grassroots union the committee decides, above it the council. */
    private void vote(NominationId id) {
        var leader = award.branch.leader(award.at(id));
        if (award.isOpen(leader, id, Words.COMMITTEE_STEP)) {
            complete(leader, id, Words.COMMITTEE_STEP, often() ? "agree" : "disagree", award.committee());
        } else {
            progress.voted(id, often());
        }
    }

    /** With what the step asks for; one time in fifteen with nothing, as people do. */
    private void complete(Actor actor, NominationId id, String step, String outcome) {
        var document = Map.<String, Object>of(
                "documentNumber",
                "15/KL",
                "documentDate",
                LocalDate.now().minusDays(1).toString());
        Map<String, Object> answers =
                switch (outcome) {
                    case "resume", "unfounded", "upheld" -> document;
                    case "notThisTime", "return", "release" -> Map.of("reason", "Theo kết luận của cuộc họp");
                    case "reject" -> step.equals(Words.HOLD_STEP) ? Map.of() : Map.of("reason", "Chưa đạt tiêu chuẩn");
                    default -> Map.of();
                };
        complete(actor, id, step, outcome, chance.nextInt(15) == 0 ? Map.of() : answers);
    }

    /** What is refused is counted by its words and tried otherwise next time. */
    private void complete(Actor actor, NominationId id, String step, String outcome, Map<String, Object> answers) {
        var completion = award.attempt(actor, id, step, outcome, answers);
        if (completion instanceof Completion.Refused refused) {
            assertThat(refused.errors()).isNotEmpty();
            refused.errors().forEach(error -> refusals.merge(error.message(), 1, Integer::sum));
        } else {
            assertThat(completion).isInstanceOf(Completion.Completed.class);
        }
    }

    private Actor officer(NominationId id) {
        return award.branch.officer(award.at(id));
    }

    private boolean often() {
        return chance.nextInt(20) < 18;
    }

    private <T> T pick(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(award.season).query(Integer.class).single();
    }
}
