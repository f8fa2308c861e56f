package vn.lantoa.commendation.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.ManyNominations.Result;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Review.Mark;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A level's list: marks that send nothing, places that are never taken twice, many decided at once, postings that end by the clock. */
@IntegrationTest
class SlateTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Slates slates;

    @Autowired
    LeaderDesk desk;

    @Autowired
    Postings postings;

    @Autowired
    Proposals proposals;

    @Autowired
    PostingDay day;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    AwardFixtures awards;
    Branch branch;

    @BeforeEach
    void aSeason() {
        awards = new AwardFixtures(context);
        branch = awards.branch;
    }

    @Test
    void the_list_is_marked_without_sending_and_closed_with_a_result_for_each() throws Exception {
        var ids = nominate(branch.a, "BK_TLD_CD", 6);
        var officer = branch.officer(branch.a);

        mark(officer, branch.a, ids.subList(0, 5), Mark.PROPOSE);
        web.perform(post("/awards/slates/{id}/marks", branch.a)
                        .param("mark-" + ids.get(5), "NOT_THIS_TIME")
                        .header("HX-Request", "true")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"counters\"")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(ids).allSatisfy(id -> assertThat(awards.state(id)).isEqualTo(NominationState.REVIEW));

        var slate = slates.of(officer, branch.a, null, "slate", VIETNAMESE);
        assertThat(slate.counters().proposed()).isEqualTo(5);
        assertThat(slate.counters().directPercent()).isEqualTo(100);
        assertThat(slate.counters().womenPercent()).isEqualTo(100);
        assertThat(slate.counters().quotas()).singleElement().satisfies(quota -> {
            assertThat(quota.places()).isEqualTo(4);
            assertThat(quota.over()).isTrue();
        });

        web.perform(get("/awards/slates/{id}", branch.a).with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(name(1))));
        var results = slates.close(officer, branch.a, ids, "Chưa đủ điều kiện", VIETNAMESE);
        assertThat(results.stream().filter(Result::done)).hasSize(5);
        assertThat(results).filteredOn(result -> !result.done()).singleElement().satisfies(result -> assertThat(
                        awards.state(result.nomination()))
                .isEqualTo(NominationState.REVIEW));
        assertThat(awards.state(ids.get(5))).isEqualTo(NominationState.NOT_THIS_TIME);

        web.perform(get("/awards/slates/{id}", branch.a)
                        .with(user(branch.officer(branch.b).username())))
                .andExpect(status().isNotFound());
        var file = web.perform(get("/awards/slates/{id}/list.xlsx", branch.a).with(user(officer.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(1);
        }
        assertThat(readings(ids.get(0))).contains("slate");
    }

    @Test
    void two_at_the_same_moment_never_take_the_same_place() throws Exception {
        var ids = nominate(branch.a, "BK_TLD_CD", 6);
        var officer = branch.officer(branch.a);
        mark(officer, branch.a, ids, Mark.PROPOSE);
        var pool = Executors.newFixedThreadPool(3);
        try {
            var runs = IntStream.range(0, 3)
                    .mapToObj(part -> pool.submit(() ->
                            slates.close(officer, branch.a, ids.subList(part * 2, part * 2 + 2), null, VIETNAMESE)))
                    .toList();
            var done = 0;
            for (var run : runs) {
                done += (int) run.get().stream().filter(Result::done).count();
            }
            assertThat(done).isLessThanOrEqualTo(4);
            assertThat(ids.stream().filter(id -> awards.state(id) != NominationState.REVIEW))
                    .hasSize(done);
        } finally {
            pool.shutdown();
        }
        // Who lost a race for a lock tries again; the places left are then taken, and no more.
        slates.close(officer, branch.a, ids, "Chưa đủ điều kiện", VIETNAMESE);
        assertThat(ids.stream().filter(id -> awards.state(id) != NominationState.REVIEW))
                .hasSize(4);
    }

    @Test
    void a_committee_decides_on_many_in_one_meeting_and_the_leader_signs_them() throws Exception {
        var ids = nominate(branch.a11, "GK_CDCS", 3);
        var officer = branch.officer(branch.a11);
        var leader = branch.leader(branch.a11);
        mark(officer, branch.a11, ids, Mark.PROPOSE);
        assertThat(slates.close(officer, branch.a11, ids, null, VIETNAMESE)).allMatch(Result::done);
        ids.forEach(this::passPosting);

        assertThat(desk.waiting(leader, branch.a11, null, VIETNAMESE).forCommittee())
                .hasSize(3);
        assertThat(desk.decide(leader, branch.a11, ids, vote(9, 4, 4), VIETNAMESE))
                .noneMatch(Result::done);
        assertThat(desk.decide(leader, branch.a11, ids, vote(9, 8, 7), VIETNAMESE))
                .allMatch(Result::done);
        web.perform(get("/awards/slates/{id}/approvals", branch.a11).with(user(leader.username())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(awards.nomination(ids.get(0)).number())));
        web.perform(post("/awards/slates/{id}/approvals", branch.a11)
                        .param("nomination", ids.get(0).toString(), ids.get(1).toString())
                        .param("outcome", "approve")
                        .param("count", "3")
                        .with(user(leader.username()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        assertThat(desk.sign(leader, branch.a11, List.of(ids.get(2)), "return", "Thiếu báo cáo", VIETNAMESE))
                .allMatch(Result::done);
        assertThat(desk.sign(leader, branch.a11, ids, "approve", null, VIETNAMESE).stream()
                        .filter(Result::done))
                .hasSize(2);
        assertThat(awards.state(ids.get(0))).isEqualTo(NominationState.DECIDING);
        assertThat(awards.state(ids.get(2))).isEqualTo(NominationState.DRAFT);
    }

    @Test
    void a_posting_ends_by_the_clock_once_and_an_objection_stops_only_its_own() throws Exception {
        var ids = nominate(branch.a, "BK_TLD_CD", 3);
        var officer = branch.officer(branch.a);
        mark(officer, branch.a, ids, Mark.PROPOSE);
        slates.close(officer, branch.a, ids, "Chưa đủ điều kiện", VIETNAMESE);
        assertThat(awards.state(ids.get(0))).isEqualTo(NominationState.POSTING);

        assertThat(postings.open(officer, branch.a, awards.season)).isEqualTo(new Postings.Outcome.Done(3));
        assertThat(postings.open(officer, branch.a, awards.season)).isInstanceOf(Postings.Outcome.Refused.class);
        var posting = postings.of(officer, branch.a, awards.season).get(0);
        var rule = awards.review(ids.get(0)).rule();
        assertThat(posting.lastDay())
                .isEqualTo(context.getBean(WorkingDays.class).plus(LocalDate.now(clock), rule.postingDays()));

        assertThat(postings.object(officer, posting.id(), ids.get(0), "2099-01-01", "12/CV"))
                .isEqualTo(new Postings.Outcome.Refused("posting.refused.date"));
        assertThat(postings.object(officer, posting.id(), ids.get(0), today(), "Ông A nói rằng"))
                .isEqualTo(new Postings.Outcome.Refused("posting.refused.number"));
        web.perform(post("/awards/postings/{id}/objections", posting.id())
                        .param("nomination", ids.get(0).toString())
                        .param("on", today())
                        .param("number", "12/CV-CĐ")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(awards.state(ids.get(0))).isEqualTo(NominationState.OBJECTED);
        assertThat(awards.state(ids.get(1))).isEqualTo(NominationState.POSTING);
        web.perform(get("/awards/postings/{id}", posting.id()).with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12/CV-CĐ")));

        day.workThrough();
        assertThat(awards.state(ids.get(1))).isEqualTo(NominationState.POSTING);
        jdbc.sql("update award_posting set last_day = ? where id = ?")
                .params(LocalDate.now(clock).minusDays(9), posting.id())
                .update();
        assertThat(postings.object(officer, posting.id(), ids.get(1), today(), "13/CV"))
                .isEqualTo(new Postings.Outcome.Refused("posting.refused.closed"));
        day.workThrough();
        day.workThrough();
        assertThat(awards.state(ids.get(1))).isEqualTo(NominationState.VOTING);
        assertThat(awards.state(ids.get(0))).isEqualTo(NominationState.OBJECTED);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'posting.closed' and object = ?")
                        .param("posting:" + posting.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void the_proposal_reads_back_with_its_list_and_waits_for_a_number() throws Exception {
        var ids = nominate(branch.a11, "GK_CTTT", 2);
        ids.forEach(awards::through);
        var officer = branch.officer(branch.a11);

        var id = proposals.make(officer, branch.a11, awards.season).orElseThrow();
        assertThat(proposals.make(officer, branch.a11, awards.season)).isEmpty();
        assertThat(context.getBean(OutgoingDocuments.class).of(new DossierKey("award-proposal", String.valueOf(id)), 1))
                .isPresent();
        var file = web.perform(get("/awards/proposals/{id}.docx", id).with(user(officer.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var word = new XWPFDocument(new ByteArrayInputStream(file));
                var extractor = new XWPFWordExtractor(word)) {
            assertThat(extractor.getText())
                    .doesNotContain("{{")
                    .contains("TỜ TRÌNH", "0 (không) tập thể và 2 (hai) cá nhân", name(1), "Căn cứ Luật")
                    .contains("Kính gửi: Công đoàn xã A1");
        }
        web.perform(get("/awards/proposals/{id}.pdf", id).with(user(officer.username())))
                .andExpect(status().isOk());
        web.perform(get("/dossiers/award-proposal/{id}", id).with(user(officer.username())))
                .andExpect(status().isOk());
        for (var page : List.of("", "/postings", "/proposals")) {
            web.perform(get("/awards/slates/{id}" + page, branch.a11).with(user(officer.username())))
                    .andExpect(status().isOk());
        }
        assertThatThrownBy(() -> proposals.see(branch.officer(branch.a2), id)).isInstanceOf(NotVisible.class);
    }

    private List<NominationId> nominate(UnitId unit, String title, int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(one -> awards.nominate(unit, title, name(one)))
                .toList());
    }

    /** Nobody else's in the whole database: the same name and birth year elsewhere would be a duplicate. */
    private String name(int one) {
        return "Nguyễn Thị Thử " + awards.season + "-" + one;
    }

    private void passPosting(NominationId id) {
        if (awards.state(id) == NominationState.POSTING) {
            context.getBean(vn.lantoa.commendation.NominationProgress.class).postingClosed(id, false);
        }
    }

    private void mark(Actor officer, UnitId unit, List<NominationId> ids, Mark mark) {
        var marks = new HashMap<NominationId, Mark>();
        ids.forEach(id -> marks.put(id, mark));
        assertThat(slates.mark(officer, unit, marks)).isEqualTo(ids.size());
    }

    private Map<String, Object> vote(int members, int present, int inFavour) {
        return Map.of("members", members, "present", present, "inFavour", inFavour, "metOn", today());
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private List<String> readings(NominationId id) {
        return jdbc.sql("select distinct purpose from nominee_access where nomination_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
