package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.rulebook.Retention;
import vn.lantoa.testing.Branch;

/** Passwords guessed from many addresses, at many accounts, over two nodes and all at once. */
class LoginGuessingTest extends SignInWalk {

    private static final String HOME = "203.0.113.7";
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WallClock clock;

    @Autowired
    SignIn signIn;

    @Autowired
    GuessLimits limits;

    Branch branch;
    String officer;
    String leader;

    @BeforeEach
    void grow() {
        jdbc.sql("delete from signin_failure").update();
        jdbc.sql("delete from signin_place").update();
        branch = Branch.grow(context);
        officer = branch.username(Post.OFFICER, branch.a);
        leader = branch.username(Post.LEADER, branch.a);
    }

    @Test
    void many_addresses_guess_at_one_account_no_faster_than_one_does() throws Exception {
        for (var i = 0; i < 20; i++) {
            attempt(officer, "sai", "198.51.100." + i).andExpect(redirectedUrl("/login?error"));
        }
        attempt(officer, "sai", "198.51.100.200").andExpect(redirectedUrl("/login?wait=1"));
        attempt(officer, Branch.PASSWORD, "198.51.100.201").andExpect(redirectedUrl("/login?wait=1"));

        var taken = 0;
        for (var minute = 0; minute < 24 * 60; minute++) {
            clock.moveAhead(Duration.ofMinutes(1));
            var address = "192.0.2." + minute % 250;
            if (attempt(officer, "sai", address)
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl()
                    .endsWith("?error")) {
                taken++;
            }
        }
        assertThat(taken).as("guesses a day, with an address a minute").isLessThan(110);
    }

    @Test
    void an_owner_is_never_kept_out_for_long() throws Exception {
        attempt(officer, Branch.PASSWORD, HOME).andExpect(redirectedUrl("/"));
        for (var i = 0; i < 60; i++) {
            clock.moveAhead(LONGEST.plusSeconds(1));
            attempt(officer, "sai", "198.51.100." + i % 250).andExpect(redirectedUrl("/login?error"));
        }
        attempt(officer, Branch.PASSWORD, HOME).andExpect(redirectedUrl("/"));
        attempt(officer, Branch.PASSWORD, "203.0.113.99").andExpect(redirectedUrl("/login?wait=15"));
        clock.moveAhead(LONGEST.plusSeconds(1));
        attempt(officer, Branch.PASSWORD, "203.0.113.99").andExpect(redirectedUrl("/"));
    }

    @Test
    void one_address_guesses_at_all_accounts_no_faster_than_at_one() throws Exception {
        attempt(leader, Branch.PASSWORD, HOME).andExpect(redirectedUrl("/"));
        for (var i = 0; i < 50; i++) {
            attempt("ten.thu." + i, "sai", HOME).andExpect(redirectedUrl("/login?error"));
        }
        attempt("ten.khac", "sai", HOME).andExpect(redirectedUrl("/login?wait=1"));
        attempt(officer, Branch.PASSWORD, HOME).andExpect(redirectedUrl("/login?wait=1"));
        attempt(officer, Branch.PASSWORD, "203.0.113.8").andExpect(redirectedUrl("/"));
        attempt(leader, Branch.PASSWORD, HOME).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_usual_place_is_forgotten_after_a_month() throws Exception {
        attempt(officer, Branch.PASSWORD, HOME).andExpect(redirectedUrl("/"));
        var places = context.getBean(UsualPlaces.class);
        clock.moveAhead(Duration.ofDays(30).minusHours(1));
        places.forget();
        assertThat(places.usual(officer.toUpperCase(), HOME)).isTrue();
        clock.moveAhead(Duration.ofHours(2));
        assertThat(places.usual(officer, HOME)).isFalse();
        places.forget();
        assertThat(jdbc.sql("select count(*) from signin_place")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void two_nodes_count_together() {
        var nodes = List.of(signIn, anotherNode());
        for (var i = 0; i < 5; i++) {
            assertThat(guess(nodes.get(i % 2), officer, HOME)).isEqualTo("wrong");
        }
        assertThat(guess(nodes.get(0), officer, HOME)).isEqualTo("shut");
        assertThat(guess(nodes.get(1), officer, HOME)).isEqualTo("shut");
        for (var i = 5; i < 20; i++) {
            assertThat(guess(nodes.get(i % 2), officer, "198.51.100." + i)).isEqualTo("wrong");
        }
        assertThat(guess(nodes.get(0), officer, "198.51.100.90")).isEqualTo("shut");
        assertThat(guess(nodes.get(1), officer, "198.51.100.91")).isEqualTo("shut");
    }

    @Test
    void guesses_sent_all_at_once_are_counted_one_by_one() throws Exception {
        assertThat(atOnce(List.of(signIn))).filteredOn("wrong"::equals).hasSize(5);
        limits.succeeded(officer, HOME);
        jdbc.sql("delete from signin_failure").update();
        assertThat(atOnce(List.of(signIn, anotherNode())))
                .filteredOn("wrong"::equals)
                .hasSizeBetween(5, 6);
    }

    /** Forty guesses in one moment, spread over these nodes. */
    private List<String> atOnce(List<SignIn> nodes) throws Exception {
        var threads = 10;
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var work = new ArrayList<Callable<List<String>>>();
            for (var i = 0; i < threads; i++) {
                var node = nodes.get(i % nodes.size());
                work.add(() -> {
                    barrier.await();
                    var answers = new ArrayList<String>();
                    for (var n = 0; n < 4; n++) {
                        answers.add(guess(node, officer, HOME));
                    }
                    return answers;
                });
            }
            var answers = new ArrayList<String>();
            for (var done : pool.invokeAll(work)) {
                answers.addAll(done.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    private SignIn anotherNode() {
        return new SignIn(
                context.getBean(Accounts.class),
                context.getBean(People.class),
                new GuessLimits(
                        new LockOut(jdbc, clock), new UsualPlaces(jdbc, clock, context.getBean(Retention.class))),
                context,
                context.getBean(TransactionTemplate.class));
    }

    private static String guess(SignIn node, String username, String address) {
        try {
            node.verify(username, "sai", address);
            return "let in";
        } catch (SignIn.Shut shut) {
            return "shut";
        } catch (BadCredentialsException wrong) {
            return "wrong";
        }
    }

    private ResultActions attempt(String username, String password, String address) throws Exception {
        return mvc.perform(post("/login")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .param("username", username)
                .param("password", password));
    }
}
