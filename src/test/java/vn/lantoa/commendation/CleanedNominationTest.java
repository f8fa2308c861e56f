package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.engine.CaseWatch;
import vn.lantoa.engine.PastRuns;
import vn.lantoa.engine.Processes;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.EngineNight;
import vn.lantoa.testing.IntegrationTest;

/** A family of cases, each level's review called by the nomination, is remembered as a family when the engine has forgotten it. */
@IntegrationTest
class CleanedNominationTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PastRuns past;

    @Autowired
    CaseWatch watch;

    @Autowired
    Processes processes;

    EngineNight night;
    AwardFixtures award;

    @BeforeEach
    void aSeason() {
        night = new EngineNight(context);
        award = new AwardFixtures(context);
    }

    @AfterEach
    void itIsNow() {
        night.itIsNow();
        Consistency.check(jdbc);
    }

    @Test
    void a_nomination_and_the_reviews_it_called_are_replayed_and_drawn_as_before() {
        var id = award.nominate(award.branch.a11, "BK_TLD", "Lò Thị Dài Lâu");
        award.through(id);
        award.complete(
                award.branch.officer(award.at(id)), id, Words.REVIEW_STEP, "reject", Map.of("reason", "Chưa đủ"));
        assertThat(award.state(id)).isEqualTo(NominationState.REJECTED);
        var nomination = jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ?"
                        + " and super_process_instance_id_ is null")
                .param(id.dossier().toString())
                .query(String.class)
                .single();
        var run = past.of(nomination, "nomination", Instant.EPOCH);
        assertThat(run.members()).hasSize(3);
        assertThat(run.questions()).isNotEmpty();
        var picture = processes.picture(id.dossier()).orElseThrow();
        assertThat(picture.passed()).isNotEmpty();
        var way = watch.history(run.instances().get(1));

        night.itIs(LocalDate.now(context.getBean(Clock.class)).plusDays(367).atTime(LocalTime.of(1, 0)));
        night.tidy();
        run.instances().forEach(one -> assertThat(night.remembered(one)).isEmpty());
        assertThat(past.of(nomination, "nomination", Instant.EPOCH)).isEqualTo(run);
        assertThat(processes.picture(id.dossier())).contains(picture);
        assertThat(watch.history(run.instances().get(1))).isEqualTo(way).isNotEmpty();
    }
}
