package vn.lantoa.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.engine.EngineTime;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@ActiveProfiles({"test", "demo"})
class DemoPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    HouseClock house;

    @Autowired
    EngineTime engine;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void real_time_again() {
        jdbc.sql("delete from demo_setting where name = 'clock-offset-millis'").update();
        house.setOffset(Duration.ZERO);
        engine.setOffset(Duration.ZERO);
    }

    @Test
    void a_newcomer_who_has_not_signed_in_sees_who_can() throws Exception {
        web.perform(get("/login")).andExpect(content().string(containsString("href=\"/demo\"")));
        web.perform(get("/demo"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("canbo.ldld-48")))
                .andExpect(content().string(containsString("lantoa-demo-2026")))
                .andExpect(content().string(containsString("BẢN DÙNG THỬ")));
    }

    @Test
    void administrators_alone_see_how_to_move_the_clock() throws Exception {
        web.perform(get("/demo/clock").with(user("quantri1")))
                .andExpect(content().string(containsString("datetime-local")));
        web.perform(get("/demo/clock").with(user("canbo.tld")))
                .andExpect(content().string(not(containsString("datetime-local"))));
        web.perform(post("/demo/clock")
                        .param("days", "1")
                        .with(user("canbo.tld"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_clock_is_moved_by_a_button() throws Exception {
        web.perform(post("/demo/clock")
                        .param("days", "7")
                        .with(user("quantri1"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/demo/clock"));
        assertThat(house.offset()).isBetween(Duration.ofHours(167), Duration.ofHours(169));
        web.perform(post("/demo/clock").with(user("quantri1")).with(csrf())).andExpect(redirectedUrl("/demo/clock"));
    }

    @Test
    void programs_read_and_move_the_clock_and_are_refused_the_past() throws Exception {
        var later = OffsetDateTime.now().plusDays(3).withNano(0);
        move("quantri1", later.toString())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.now", containsString("+07:00")));
        web.perform(get("/api/v1/demo/clock").with(httpBasic("canbo.tld", "lantoa-demo-2026")))
                .andExpect(jsonPath("$.now", containsString("+07:00")));
        move("quantri1", later.minusDays(1).toString())
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("Đồng hồ chỉ đi tới")));
        move("canbo.tld", later.plusDays(1).toString()).andExpect(status().isForbidden());
        move("quantri1", "2031-01-01T00:00:00+07:00").andExpect(status().isUnprocessableEntity());
        move("quantri1", "hôm qua").andExpect(status().isBadRequest());
        web.perform(put("/api/v1/demo/clock")
                        .with(httpBasic("quantri1", "lantoa-demo-2026"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnprocessableEntity());
    }

    private ResultActions move(String username, String now) throws Exception {
        return web.perform(put("/api/v1/demo/clock")
                .with(httpBasic(username, "lantoa-demo-2026"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"now\": \"" + now + "\"}"));
    }
}
