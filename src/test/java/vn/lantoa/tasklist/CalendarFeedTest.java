package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.FeedTokens;
import vn.lantoa.organization.Post;

/** The calendar feed: whole days, Vietnamese names, a private address that opens nothing else and can be ended. */
class CalendarFeedTest extends TaskWalk {

    @Autowired
    MockMvc mvc;

    @Autowired
    FeedTokens tokens;

    @Autowired
    Accounts accounts;

    @Test
    void due_dates_and_report_deadlines_stand_on_their_days() throws Exception {
        papers.open("Giấy, có; dấu \\ và\nxuống dòng", branch.a1, LocalDate.of(2027, 1, 1));
        papers.open("Giấy không hạn", branch.a1, null);
        var text = read(tokens.make(officer));
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:20270101\r\n", "\r\nVERSION:2.0\r\n")
                .doesNotContain("DTSTART:", "DTSTART;TZID");
        var events = events(text);
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .contains("Viết giấy: Giấy, có; dấu \\ và xuống dòng")
                .anyMatch(summary -> summary.startsWith("Hạn nộp: Báo cáo "))
                .noneMatch(summary -> summary.contains("không hạn"));
        assertThat(events.get(0).getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void an_unchanged_calendar_is_not_sent_again() throws Exception {
        papers.open("Giấy bền", branch.a1, today().plusDays(3));
        var address = "/calendar/" + tokens.make(officer) + ".ics";
        var tag = mvc.perform(get(address)).andReturn().getResponse().getHeader("ETag");
        mvc.perform(get(address).header("If-None-Match", tag)).andExpect(status().isNotModified());
        papers.open("Giấy thêm", branch.a1, today().plusDays(3));
        mvc.perform(get(address).header("If-None-Match", tag)).andExpect(status().isOk());
    }

    @Test
    void the_address_opens_the_calendar_only_and_is_gone_when_revoked_replaced_or_the_person_shut_out()
            throws Exception {
        var secret = tokens.make(officer);
        mvc.perform(get("/api/v1/tasks").header("Authorization", "Bearer " + secret))
                .andExpect(status().isUnauthorized());
        var next = tokens.make(officer);
        gone(secret);
        read(next);
        tokens.revoke(officer);
        gone(next);
        gone("1");
        var last = tokens.make(officer);
        accounts.block(branch.actor(Post.ADMINISTRATOR, branch.root), officer.id(), true);
        gone(last);
        accounts.block(branch.actor(Post.ADMINISTRATOR, branch.root), officer.id(), false);
        gone(last);
    }

    @Test
    void it_is_made_and_ended_on_the_account_page() throws Exception {
        mvc.perform(post("/account/notices/calendar")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(content().string(containsString("/calendar/")));
        assertThat(tokens.madeAt(officer.id())).isPresent();
        mvc.perform(get("/account/notices").with(user(officer.username())))
                .andExpect(content().string(containsString("Thu hồi")));
        mvc.perform(post("/account/notices/calendar/revocation")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(tokens.madeAt(officer.id())).isEmpty();
    }

    private String read(String secret) throws Exception {
        return mvc.perform(get("/calendar/" + secret + ".ics"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void gone(String secret) throws Exception {
        mvc.perform(get("/calendar/" + secret + ".ics")).andExpect(status().isNotFound());
    }

    private static List<VEvent> events(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        return calendar.getComponents("VEVENT");
    }
}
