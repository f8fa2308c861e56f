package vn.lantoa.diagrams.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.diagrams.Parcels;
import vn.lantoa.engine.DueJobs;
import vn.lantoa.testing.IntegrationTest;

/** Administrators see where cases stand and for how long, and help a stopped one on. */
@IntegrationTest
class ProcessWatchTest extends WatchDesk {

    @Autowired
    ManagementService management;

    @Autowired
    DueJobs due;

    @AfterEach
    void asBefore() {
        office.failing = "";
    }

    @Test
    void cases_and_working_days_stand_by_the_steps() throws Exception {
        var process = office.ship();
        var cases = office.start(process, 60, branch.a1);
        cases.subList(0, 3).forEach(this::pack);
        jdbc.sql("update closed_task set working_days = 2 where process = ?")
                .param(process)
                .update();
        pack(cases.get(3));
        jdbc.sql("update closed_task set working_days = 5 where dossier_id = ?")
                .param(cases.get(3).id())
                .update();
        jdbc.sql("update task set due = date '2020-01-01' where dossier_id = ?")
                .param(cases.get(10).id())
                .update();

        as(administrator, get("/processes/" + process + "/watch.json"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("56 hồ sơ · TB 2,8 ngày")))
                .andExpect(content().string(containsString("\"step\":\"Weigh\",\"label\":\"4 hồ sơ\"")));
        as(administrator, get("/processes/" + process + "/watch"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">56</a>")))
                .andExpect(content().string(containsString("Việc quá hạn\">1</td>")));
        as(administrator, get("/processes"))
                .andExpect(content().string(containsString("/processes/" + process + "/watch\">60</a>")));
        as(administrator, get("/processes/" + process + "/cases").param("step", "Pack"))
                .andExpect(content().string(containsString("after=")))
                .andExpect(
                        content().string(not(containsString("Số " + cases.get(0).id() + " –"))));
        as(
                        administrator,
                        get("/processes/" + process + "/cases")
                                .param(
                                        "q",
                                        "https://x/dossiers/parcel/"
                                                + cases.get(7).id()))
                .andExpect(header().string("Location", "/process-cases/" + instance(cases.get(7))));
        as(administrator, get("/processes/" + process + "/cases").param("q", "không có"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Không có hồ sơ «không có»")));
    }

    @Test
    void a_job_that_failed_is_shown_with_its_cause_and_tried_again() throws Exception {
        var process = office.ship(
                drawn -> Parcels.changed(drawn, "id=\"Weigh\"", "id=\"Weigh\" camunda:asyncBefore=\"true\""));
        var one = office.start(process, 1, branch.a1).get(0);
        pack(one);
        office.failing = one.toString();
        due.runAll();
        var job = management.createJobQuery().processInstanceId(instance(one)).singleResult();
        management.setJobRetries(job.getId(), 0);

        as(administrator, get("/processes/" + process + "/watch"))
                .andExpect(content().string(containsString("cut off in the middle")));
        as(administrator, get("/processes/" + process + "/watch.json"))
                .andExpect(content().string(containsString("1 dừng vì lỗi")));
        var page = "/process-cases/" + instance(one);
        as(administrator, get(page))
                .andExpect(content().string(containsString("Dừng vì lỗi ở bước «Cân»")))
                .andExpect(content().string(containsString("Chi tiết cho người bảo trì")));
        as(administrator, post(page + "/retries").param("job", job.getId()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Thử lại chưa xong")));
        assertThat(steps(one)).isEmpty();

        office.failing = "";
        as(administrator, post(page + "/retries").param("job", job.getId())).andExpect(status().is3xxRedirection());
        assertThat(steps(one)).containsExactly("Weigh");
        as(administrator, post(page + "/retries").param("job", job.getId())).andExpect(status().is3xxRedirection());
        assertThat(steps(one)).containsExactly("Weigh");
        assertThat(audited(one)).containsExactly("process.job-retried", "process.job-retried");
    }

    @Test
    void who_does_not_draw_sees_none_of_it() throws Exception {
        var process = office.ship();
        var one = office.start(process, 1, branch.a1).get(0);
        for (var address : List.of(
                "/processes/" + process + "/watch",
                "/processes/" + process + "/cases",
                "/process-cases/" + instance(one))) {
            as(officer, get(address)).andExpect(status().isNotFound());
        }
        as(administrator, get("/process-cases/none")).andExpect(status().isNotFound());
        as(administrator, get("/process-cases/" + instance(one)))
                .andExpect(content().string(allOf(containsString("Bưu kiện"), containsString("Đóng gói"))));
    }
}
