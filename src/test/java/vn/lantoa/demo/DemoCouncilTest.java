package vn.lantoa.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.organization.People;
import vn.lantoa.testing.IntegrationTest;

/** A newcomer finds a council in the demo, with a session ahead and something to declare. */
@IntegrationTest
@ActiveProfiles({"test", "demo"})
class DemoCouncilTest {

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void a_member_without_any_post_is_led_to_the_session_ahead_and_asked_to_declare() throws Exception {
        var member = people.actor(DemoAccounts.WITHOUT_POST).orElseThrow();
        assertThat(member.holdings()).isEmpty();
        var session = "/awards/councils/sessions/" + session();
        see(member.username(), "/welcome").andExpect(content().string(containsString(session)));
        see(member.username(), session)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hội đồng Thi đua - Khen thưởng Công đoàn phường Hải Châu")))
                .andExpect(content().string(containsString("Khai báo có liên quan")))
                .andExpect(content().string(not(containsString("hệ thống thấy có liên quan"))));
        assertThat(jdbc.sql("select meets_on from council_session where id = ?")
                        .param(session())
                        .query(LocalDate.class)
                        .single())
                .isAfter(LocalDate.now());
        assertThat(jdbc.sql("select count(*) from council_case where session_id = ?")
                        .param(session())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void the_house_has_found_that_one_member_belongs_to_a_nominees_union() throws Exception {
        var session = "/awards/councils/sessions/" + session();
        see("lanhdao.cdcs-48-haichau-1", session)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("hệ thống thấy có liên quan")));
        see("lanhdao.cdp-48-haichau", session + "/chair").andExpect(status().isOk());
        see("canbo.ldld-01", session).andExpect(status().isNotFound());
    }

    private long session() {
        return jdbc.sql("select id from council_session where state = 'PLANNED'")
                .query(Long.class)
                .single();
    }

    private ResultActions see(String username, String path) throws Exception {
        return web.perform(get(path).with(user(username)).header("Accept-Language", "vi"));
    }
}
