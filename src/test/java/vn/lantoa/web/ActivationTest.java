package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Activation;
import vn.lantoa.organization.Activations;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** From a printed slip to the first page, and every way in which a code is of no use. */
@IntegrationTest
class ActivationTest {

    private static final Pattern CODE = Pattern.compile("<code>([A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){3})</code>");
    private static final String PASSWORD = "một câu dễ nhớ của tôi";
    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Activations activations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WallClock wall;

    Branch branch;
    String administrator;
    PersonId person;
    String username;
    String address;

    @BeforeEach
    void open() {
        branch = Branch.grow(context);
        administrator = branch.username(Post.UNIT_ADMINISTRATOR, branch.a);
        var opened = (Change.Done) accounts.open(
                branch.actor(Post.UNIT_ADMINISTRATOR, branch.a),
                new Accounts.Opening("", "Nguyễn Thị Ánh Đào", "", "0912 345 678", branch.a1));
        person = PersonId.of(opened.id());
        username = "daonta." + branch.unit(branch.a1).code().toLowerCase();
        address = "10.1.0." + ++addresses;
    }

    @Test
    void a_slip_opens_the_account_once_and_leads_to_the_first_page() throws Exception {
        var code = print();
        activate("/activation", code.toLowerCase().replace("-", " "))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nguyễn Thị Ánh Đào"),
                                containsString("Công đoàn xã A1"),
                                containsString(username),
                                containsString("Không đúng? Báo quản trị đơn vị"),
                                not(containsString("??")))));
        set(code, "ngan", "ngan").andExpect(status().isUnprocessableEntity());
        set(code, PASSWORD, "khác đi một chút").andExpect(status().isUnprocessableEntity());
        var session = set(code, PASSWORD, PASSWORD)
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("lantoa-session");
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        mvc.perform(post("/login").with(csrf()).param("username", username).param("password", PASSWORD))
                .andExpect(redirectedUrl("/"));

        activate("/activation", code)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("đã được dùng lúc")));
        set(code, PASSWORD, PASSWORD).andExpect(status().isUnprocessableEntity());
        assertThat(audited()).contains("account.opened", "account.slip-printed", "account.activated");
    }

    @Test
    void a_lost_password_goes_the_same_way_and_ends_every_session() throws Exception {
        set(print(), PASSWORD, PASSWORD).andExpect(redirectedUrl("/"));
        var session = mvc.perform(
                        post("/login").with(csrf()).param("username", username).param("password", PASSWORD))
                .andReturn()
                .getResponse()
                .getCookie("lantoa-session");
        var code = print();
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        set(code, "một câu mới khác hẳn", "một câu mới khác hẳn").andExpect(redirectedUrl("/"));
        mvc.perform(get("/account").cookie(session)).andExpect(status().is3xxRedirection());
        assertThat(accounts.verify(username, PASSWORD)).isEmpty();
    }

    @Test
    void a_new_slip_makes_the_old_one_useless_and_says_so_on_both_sides() throws Exception {
        var old = print();
        var answer = printing().andReturn().getResponse().getContentAsString();
        assertThat(answer).contains("không dùng được nữa: Nguyễn Thị Ánh Đào").contains("<path d=\"M");
        activate("/activation", old)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("đã được thay bằng phiếu in lúc")));
        activate("/activation", code(answer)).andExpect(status().isOk());
    }

    @Test
    void an_expired_a_mistyped_and_a_blocked_code_say_what_to_do() throws Exception {
        var code = print();
        activate("/activation", code.substring(1)).andExpect(content().string(containsString("Mã gồm 16 chữ và số")));
        activate("/activation", "0" + code.substring(1))
                .andExpect(content().string(containsString("Mã gồm 16 chữ và số")));
        activate("/activation", "x".repeat(5000)).andExpect(status().isUnprocessableEntity());
        activate("/activation", (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1))
                .andExpect(content().string(containsString("Không có mã này")));
        accounts.block(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), person, true);
        activate("/activation", code).andExpect(content().string(containsString("đang bị khóa")));
        accounts.block(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), person, false);
        jdbc.sql("update activation_code set expires_at = ? where person_id = ?")
                .params(Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")), person.value())
                .update();
        activate("/activation", code).andExpect(content().string(containsString("đã hết hạn lúc")));
        assertThat(accounts.find(username).orElseThrow().active()).isFalse();
    }

    @Test
    void who_guesses_is_shut_out_for_a_while_and_longer_each_time() throws Exception {
        var code = print();
        for (var i = 0; i < 5; i++) {
            activate("/activation", "AAAA-AAAA-AAAA-AAA" + (char) ('A' + i))
                    .andExpect(status().isUnprocessableEntity());
        }
        activate("/activation", code)
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("thử lại sau 1 phút")));
        set(code, PASSWORD, PASSWORD).andExpect(status().isTooManyRequests());
        address = "10.2.0." + addresses;
        activate("/activation", code).andExpect(status().isOk());
        address = "10.1.0." + addresses;
        wall.moveAhead(Duration.ofMinutes(1).plusSeconds(1));
        activate("/activation", code).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'account.code-guessed'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void of_two_who_use_a_code_at_once_one_is_told() throws Exception {
        var code = print();
        var pool = Executors.newFixedThreadPool(2);
        var answers = pool.invokeAll(List.<Callable<Activation>>of(
                () -> activations.activate(code, PASSWORD, PASSWORD),
                () -> activations.activate(code, PASSWORD + "!", PASSWORD + "!")));
        pool.shutdown();
        var all = List.of(answers.get(0).get(), answers.get(1).get());
        assertThat(all).filteredOn(Activation.Activated.class::isInstance).hasSize(1);
        assertThat(all)
                .filteredOn(Activation.Closed.class::isInstance)
                .singleElement()
                .satisfies(
                        closed -> assertThat(((Activation.Closed) closed).why()).isEqualTo(Activation.Why.USED));
    }

    @Test
    void two_persons_with_one_telephone_and_the_same_initials_each_have_an_account() throws Exception {
        var twin = (Change.Done) accounts.open(
                branch.actor(Post.UNIT_ADMINISTRATOR, branch.a),
                new Accounts.Opening(null, "Nguyễn Thu An Đào", null, "0912 345 678", branch.a1));
        assertThat(accounts.find(username.replace("daonta.", "daonta2."))).isPresent();
        assertThat(twin.id()).isNotEqualTo(person.value());
    }

    @Test
    void an_administrator_prints_for_the_own_branch_and_for_nobody_who_holds_a_post_above_it() throws Exception {
        var lower = branch.username(Post.UNIT_ADMINISTRATOR, branch.a1);
        mvc.perform(get("/units/" + branch.a1 + "/slips").with(user(lower)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(username), containsString("Nguyễn Thử Cán A1"))));
        mvc.perform(get("/units/" + branch.a + "/slips").with(user(lower))).andExpect(status().isNotFound());
        mvc.perform(get("/units/" + branch.a + "/slips?below=true").with(user(administrator)))
                .andExpect(content().string(allOf(containsString(username), not(containsString("Nguyễn Thử Cán A1")))));
        context.getBean(vn.lantoa.organization.TreeWriter.class)
                .holdings(List.of(new vn.lantoa.organization.Holding(
                        person, Post.LEADER, branch.a, null, null, java.time.LocalDate.of(2025, 7, 1), null)));
        mvc.perform(post("/units/" + branch.a1 + "/slips")
                        .with(user(lower))
                        .with(csrf())
                        .param("person", person.toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Chưa chọn người nào")));
    }

    @Test
    void without_settings_no_foreign_service_exists() throws Exception {
        mvc.perform(get("/login")).andExpect(content().string(not(containsString("oidc"))));
        mvc.perform(get("/login/oidc")).andExpect(status().isNotFound());
        mvc.perform(get("/login/oidc/callback")).andExpect(status().isNotFound());
        mvc.perform(get("/account/oidc").with(user(administrator))).andExpect(status().isNotFound());
        mvc.perform(get("/account").with(user(administrator)))
                .andExpect(content().string(not(containsString("oidc"))));
    }

    private String print() throws Exception {
        return code(printing()
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(username), not(containsString("??")))))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions printing() throws Exception {
        return mvc.perform(post("/units/" + branch.a1 + "/slips")
                .with(user(administrator))
                .with(csrf())
                .param("person", person.toString()));
    }

    private static String code(String page) {
        var found = CODE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private ResultActions activate(String path, String code) throws Exception {
        return mvc.perform(post(path).with(csrf()).with(from()).param("code", code));
    }

    private ResultActions set(String code, String password, String repeated) throws Exception {
        return mvc.perform(post("/activation/password")
                .with(csrf())
                .with(from())
                .param("code", code)
                .param("password", password)
                .param("repeated", repeated));
    }

    private RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit_entry where object = ?")
                .param("person:" + person)
                .query(String.class)
                .list();
    }
}
