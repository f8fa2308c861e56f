package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.lantoa.diagrams.ReleaseOutcome.Refused;
import vn.lantoa.diagrams.ReleaseOutcome.Why;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

/** A draft comes into service by a second person, or does not. */
@IntegrationTest
class ProcessReleaseTest extends ReleaseDesk {

    @Test
    void a_second_person_releases_in_plain_words_and_running_cases_stay() throws Exception {
        office.start(process, 3, branch.a1);
        var id = draft("name=\"Cân\"", "name=\"Cân lại\"");

        as(author, post("/process-drafts/" + id + "/offer").param("reason", "Theo quy định mới"))
                .andExpect(status().is3xxRedirection());
        assertThat(inbox.of(leader, null, 50).items())
                .anyMatch(notice -> notice.link().equals("/process-drafts/" + id + "/release"));
        as(leader, get("/process-drafts/" + id + "/release"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tên Cân → Cân lại")))
                .andExpect(content().string(containsString("Theo quy định mới")))
                .andExpect(content().string(containsString("3 hồ sơ đang chạy")))
                .andExpect(content().string(containsString("chuyển được 3, không chuyển được 0")))
                .andExpect(content().string(not(containsString("bpmn:userTask"))));
        as(leader, get("/process-drafts/" + id + "/changes")).andExpect(status().isOk());
        as(leader, release(id)).andExpect(status().is3xxRedirection());

        var newest = processes.newest(process).orElseThrow();
        assertThat(newest.number()).isEqualTo(2);
        assertThat(newest.fromPage()).isTrue();
        assertThat(running(1)).isEqualTo(3);
        assertThat(drafts.find(author, id).state()).isEqualTo(ProcessDraft.State.RELEASED);
        var release = releases.of(author, process).get(newest.definition());
        assertThat(release.releaser()).isEqualTo(leader.name());
        assertThat(release.digest()).isEqualTo(FilesDigest.of(processes.files(newest)));
        assertThat(jdbc.sql("select facts from audit_entry where action = 'process.released' and object = ?")
                        .param("process-draft:" + id)
                        .query(String.class)
                        .single())
                .contains(release.digest(), "\"author\":" + author.id(), "\"releaser\":" + leader.id());
        assertThat(inbox.of(author, null, 50).items())
                .anyMatch(notice -> notice.kind().equals("process.released"));
        as(leader, release(id))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã được ban hành trước đó")));
        as(author, get("/processes/" + process + "/versions"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Chuyển 3 hồ sơ")));
        as(author, get("/processes/" + process + "/changes?from=1&to=2"))
                .andExpect(content().string(containsString("tên Cân → Cân lại")));
        as(author, get("/processes/" + process + "/drawing.json?from=1&to=2"))
                .andExpect(content().string(containsString("\"Weigh\":\"CHANGED\"")));
        Consistency.check(jdbc);
    }

    @Test
    void nobody_releases_what_they_wrote_or_offered() throws Exception {
        var id = draft("name=\"Cân\"", "name=\"Cân lại\"");
        assertThat(drafts.write(
                        colleague,
                        id,
                        diagramOf(id, "name=\"Đóng gói\"", "name=\"Gói\""),
                        drafts.find(author, id).version()))
                .isInstanceOf(ProcessDrafts.Written.Kept.class);
        offer(id);

        as(author, release(id))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("cần người thứ hai")));
        as(colleague, release(id)).andExpect(status().isConflict());
        assertThat(processes.newest(process).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void a_returned_draft_is_open_again_and_its_writer_is_told_why() throws Exception {
        var id = draft("name=\"Cân\"", "name=\"Cân lại\"");
        offer(id);

        as(leader, post("/process-drafts/" + id + "/return")).andExpect(status().isUnprocessableEntity());
        as(leader, post("/process-drafts/" + id + "/return").param("reason", "Chưa rõ"))
                .andExpect(status().is3xxRedirection());

        assertThat(drafts.find(author, id).state()).isEqualTo(ProcessDraft.State.OPEN);
        assertThat(inbox.of(author, null, 50).items())
                .anyMatch(notice -> notice.details().contains("Chưa rõ"));
        as(leader, release(id)).andExpect(status().isConflict());
    }

    @Test
    void what_was_not_seen_is_not_released() throws Exception {
        var id = draft("name=\"Cân\"", "name=\"Cân lại\"");
        offer(id);
        var seen = release(id);
        offers.giveBack(leader, id, "xem lại");
        offer(id);

        as(leader, seen)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã thay đổi sau khi mở")));
    }

    @Test
    void an_overtaken_draft_says_what_came_between_and_goes_on_from_the_newest() throws Exception {
        var first = draft("name=\"Cân\"", "name=\"Cân lại\"");
        var second = draft("name=\"Đóng gói\"", "name=\"Gói\"");
        offer(second);
        offer(first);
        assertThat(releases.release(leader, first, drafts.find(leader, first).version()))
                .isInstanceOf(ReleaseOutcome.Done.class);

        as(leader, release(second))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("phiên bản khác được áp dụng: 2")));
        as(author, post("/process-drafts/" + second + "/rebase")).andExpect(status().is3xxRedirection());
        as(author, get("/process-drafts/" + second + "/changes"))
                .andExpect(content().string(containsString("tên Cân lại → Cân")));
        offer(second);
        as(leader, release(second)).andExpect(status().is3xxRedirection());
        assertThat(processes.newest(process).orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void errors_block_and_nothing_is_changed() throws Exception {
        var id = draft("camunda:candidateGroups=\"canbo\"", "camunda:candidateGroups=\"aiđó\"");

        as(author, post("/process-drafts/" + id + "/offer").param("reason", "thử"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Còn lỗi")));
        assertThat(drafts.find(author, id).state()).isEqualTo(ProcessDraft.State.OPEN);
        var same = drafts.begin(author, process, "không đổi");
        assertThat(offers.offer(author, same, "thử")).isEqualTo(Refused.of(Why.NO_CHANGE));
        assertThat(offers.offer(author, same, " ")).isEqualTo(Refused.of(Why.NO_REASON));
    }

    @Test
    void a_draft_that_is_no_xml_is_shown_and_refused() throws Exception {
        var id = drafts.begin(author, process, "hỏng");
        drafts.write(
                author, id, new ModelFile(Parcels.name(process), "<bpmn:defini".getBytes(StandardCharsets.UTF_8)), 1);

        as(author, get("/process-drafts/" + id + "/changes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("không đọc được")));
        assertThat(offers.offer(author, id, "thử")).matches(outcome -> ((Refused) outcome).why() == Why.BLOCKED);
    }

    @Test
    void the_same_through_the_api() throws Exception {
        office.start(process, 2, branch.a1);
        var id = new DraftId(drafts.begin(author, process, "bỏ bước").value());
        drafts.write(author, id, Parcels.withoutWeighing(Parcels.diagram(process)), 1);
        as(author, json("/api/v1/process-drafts/" + id + "/offer", "{\"reason\":\"\"}"))
                .andExpect(status().isUnprocessableEntity());
        as(author, json("/api/v1/process-drafts/" + id + "/offer", "{\"reason\":\"vì\"}"))
                .andExpect(status().isNoContent());
        as(leader, get("/api/v1/process-drafts/" + id + "/changes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"movable\":2")))
                .andExpect(content().string(containsString("Bỏ: Bước «Cân»")));
        var version = drafts.find(leader, id).version();
        as(author, json("/api/v1/process-drafts/" + id + "/release", "{\"version\":" + version + "}"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("OWN_DRAFT")));
        as(leader, json("/api/v1/process-drafts/" + id + "/release", "{\"version\":" + version + "}"))
                .andExpect(status().isOk());
        as(author, json("/api/v1/processes/" + process + "/restorations", "{\"version\":1,\"reason\":\"lỗi\"}"))
                .andExpect(status().isOk());
        as(author, json("/api/v1/processes/" + process + "/moves", "{\"from\":1,\"reason\":\"theo\"}"))
                .andExpect(status().isAccepted());
        as(author, json("/api/v1/processes/" + process + "/moves", "{\"from\":1,\"reason\":\"theo\"}"))
                .andExpect(status().isUnprocessableEntity());
    }
}
