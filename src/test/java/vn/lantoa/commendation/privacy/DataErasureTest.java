package vn.lantoa.commendation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.NomineeErasure;
import vn.lantoa.document.Attachments;
import vn.lantoa.organization.Post;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Dump;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;
import vn.lantoa.testing.TestDatabase;

/** What is left of a person after an erasure, and what goes by itself once it was kept long enough. */
@IntegrationTest
class DataErasureTest {

    private static final String PHONE = "0905 318 662";
    private static final String NUMBER = "038188001234";

    @Autowired
    ApplicationContext context;

    @Autowired
    NomineeRetention retention;

    @Autowired
    Nominations nominations;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    DataRequestWalk on;
    Dump dump;

    @BeforeEach
    void somebodyIsNominated() {
        on = new DataRequestWalk(context);
        dump = new Dump(context.getBean(DataSource.class));
    }

    @Test
    void after_an_erasure_no_table_knows_the_person_the_nomination_is_withdrawn_and_the_chain_verifies() {
        var correction = on.recorded(DataRequest.Kind.CORRECT);
        on.complete(on.officer, correction, "AnswerRequest", "accept", Map.of("verified", true));
        on.complete(on.officer, correction, "CarryOutRequest", "done", Map.of("name", on.name + " Anh"));
        assertThat(dump.places(on.name)).isNotEmpty();
        var id = on.recorded(DataRequest.Kind.WITHDRAW);
        on.complete(on.officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        on.complete(on.officer, id, "CarryOutRequest", "done", Map.of());
        on.complete(on.leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(dump.places(on.name)).isEmpty();
        assertThat(on.award.state(on.nominated)).isEqualTo(NominationState.WITHDRAWN);
        assertThat(jdbc.sql("select withdrawn_on from nominee_consent where nomination_id = ?")
                        .param(on.nominated.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(on.today());
        assertThat(nominations.nominees(List.of(on.nominated)).get(on.nominated).directWorker())
                .as("counts stay")
                .isTrue();
        verified("quantri." + id);
    }

    /** A telephone and an identity number have no field of their own; people write them into texts, names of files and files. */
    @Test
    void a_dump_holds_no_name_telephone_or_number_wherever_they_were_written_and_however() {
        var about = on.name + ", điện thoại " + PHONE + ", căn cước " + NUMBER;
        var id = on.award.draft(on.unit);
        var answers = new HashMap<>(on.award.answers("BK_TLD", on.name));
        answers.put("achievement", "Nòng cốt của tổ tự quản: " + about);
        on.award.complete(on.officer, id, "DraftNomination", "submit", answers);
        var tasklist = context.getBean(Tasklist.class);
        tasklist.note(on.officer, id.dossier(), "Đã gọi " + about);
        Attachments.Outcome attached = SampleFiles.with(SampleFiles.pdf(), file -> context.getBean(Attachments.class)
                .add(on.officer, id.dossier(), file, "Bản khai " + about + ".pdf"));
        assertThat(attached).isInstanceOf(Attachments.Outcome.Added.class);
        var review = tasklist.openFor(on.officer, TaskFilter.everything()).items().stream()
                .filter(task -> task.dossier().equals(id.dossier()))
                .findFirst()
                .orElseThrow();
        tasklist.saveDraft(on.officer, review.id(), Map.of("reason", "Hỏi lại " + about), 0);
        on.award.complete(on.officer, id, "ReviewNomination", "return", Map.of("reason", "Ghi nhầm: " + about));
        on.award.complete(on.officer, id, "DraftNomination", "submit", answers);
        on.award.complete(on.officer, id, "ReviewNomination", "reject", Map.of("reason", "Không đủ: " + about));
        assertThat(dump.places(on.name, PHONE, NUMBER))
                .as("where it was written")
                .contains(named("nominee.name"), named("nomination.achievement"), named("audit_entry.payload"))
                .contains(named("dossier_event.note"), named("decision_fact.answers"), named("stored_file.name"));
        assertThat(dump.tables()).contains(named("ACT_HI_VARINST"), named("ACT_GE_BYTEARRAY"), named("mail"));

        context.getBean(NomineeErasure.class).erase(null, id, "retention");
        context.getBean(NomineeErasure.class).erase(null, on.nominated, "retention");
        assertThat(dump.places(on.name, PHONE, PHONE.replace(" ", ""), NUMBER)).isEmpty();
        verified("gọn." + id);
    }

    /** Once all is sealed: what has no place in the chain yet is not looked at. */
    private void verified(String username) {
        var operator = on.award.branch.appoint(username, "Người vận hành", Post.ADMINISTRATOR, on.award.branch.root);
        var audit = context.getBean(AuditVerification.class);
        var found = audit.verify(operator);
        for (var patience = 0; found.unsealed() > 0 && patience < 100; patience++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            found = audit.verify(operator);
        }
        assertThat(found.unsealed()).isZero();
        assertThat(found.ok()).as(found.toString()).isTrue();
    }

    /** As this database writes it. */
    private static String named(String place) {
        return TestDatabase.postgres() ? place.toLowerCase() : place.toUpperCase();
    }

    @Test
    void what_was_kept_long_enough_goes_by_itself_and_nothing_else() {
        var old = on.award.draft(on.unit);
        age(old, 13);
        age(on.nominated, 13);
        retention.workThrough();
        assertThat(on.award.state(old)).isEqualTo(NominationState.WITHDRAWN);
        assertThat(on.nameOf(on.nominated)).isEqualTo(on.name);
        retention.workThrough();
    }

    private void age(NominationId id, int months) {
        jdbc.sql("update nomination set opened_at = ? where id = ?")
                .params(Timestamp.from(clock.instant().minus(Duration.ofDays(31L * months))), id.value())
                .update();
    }
}
