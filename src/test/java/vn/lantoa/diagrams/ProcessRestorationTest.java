package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.testing.IntegrationTest;

/** An earlier version comes back; a process is withdrawn and reinstated. */
@IntegrationTest
class ProcessRestorationTest extends ReleaseDesk {

    @Test
    void an_earlier_version_comes_back_by_somebody_else() throws Exception {
        var id = draft("name=\"Cân\"", "name=\"Cân lại\"");
        offer(id);
        releases.release(colleague, id, drafts.find(colleague, id).version());

        as(colleague, restoration(1)).andExpect(status().isConflict());
        as(author, post("/processes/" + process + "/restorations").param("version", "1"))
                .andExpect(status().isUnprocessableEntity());
        as(author, restoration(7)).andExpect(status().isUnprocessableEntity());
        as(author, restoration(1)).andExpect(status().is3xxRedirection());

        var versions = processes.versions(process);
        assertThat(versions).hasSize(3);
        assertThat(FilesDigest.of(processes.files(versions.get(0))))
                .isEqualTo(FilesDigest.of(processes.files(versions.get(2))));
        as(author, restoration(1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("đang được áp dụng")));
        assertThat(inbox.of(leader, null, 50).items())
                .anyMatch(notice -> notice.kind().equals("process.restored"));
    }

    @Test
    void a_withdrawn_process_starts_nothing_new_and_what_runs_goes_on() throws Exception {
        office.start(process, 2, branch.a1);
        as(author, post("/processes/" + process + "/withdrawal")).andExpect(status().isUnprocessableEntity());
        as(author, post("/processes/" + process + "/withdrawal").param("reason", "Chờ quy định"))
                .andExpect(status().is3xxRedirection());
        as(
                        branch.officer(branch.a1),
                        post("/processes/" + process + "/withdrawal").param("reason", "x"))
                .andExpect(status().isNotFound());

        var refused = org.assertj.core.api.Assertions.catchThrowable(() -> office.start(process, 3, branch.a1));
        assertThat(refused).isInstanceOf(vn.lantoa.engine.ProcessWithdrawn.class);
        assertThat(running(1)).isEqualTo(2);
        var task = jdbc.sql("select min(id) from task where process = ?")
                .param(process)
                .query(String.class)
                .single();
        context.getBean(vn.lantoa.engine.HumanTasks.class).complete(task, "submit", java.util.Map.of());
        assertThat(jdbc.sql("select step from task where process = ? order by step desc")
                        .param(process)
                        .query(String.class)
                        .list())
                .containsExactly("Weigh", "Pack");
        as(author, json("/api/v1/processes/level-review/withdrawal", "{\"reason\":\"x\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("được gọi từ")));
        as(author, post("/processes/" + process + "/reinstatement").param("reason", "Đã có quy định"))
                .andExpect(status().is3xxRedirection());
        office.start(process, 3, branch.a1);
        assertThat(running(1)).isEqualTo(5);
    }

    private MockHttpServletRequestBuilder restoration(int version) {
        return post("/processes/" + process + "/restorations")
                .param("version", String.valueOf(version))
                .param("reason", "Bản mới có lỗi");
    }
}
