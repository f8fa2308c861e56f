package vn.lantoa.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/**
 * A stranger learns nothing from how long a sign-in takes: the cost is one hash whoever is named. Counted, because a clock in a test would
 * only measure the machine; measured in src/docs/sign-in.md.
 */
@IntegrationTest
class SignInCostTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    private final AtomicInteger hashes = new AtomicInteger();

    @Test
    void every_attempt_costs_exactly_one_hash() {
        var branch = Branch.grow(context);
        var accounts = accounts(encoder);
        var known = branch.username(Post.OFFICER, branch.a);
        var blocked = branch.officer(branch.a1);
        accounts.block(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), blocked.id(), true);
        accounts.open(
                branch.actor(Post.UNIT_ADMINISTRATOR, branch.a),
                new Accounts.Opening("chua.co.mat.khau" + branch.a, "Chưa Có", null, null, branch.a));

        assertThat(cost(accounts, known, "sai")).isEqualTo(1);
        assertThat(cost(accounts, known, Branch.PASSWORD)).isEqualTo(1);
        assertThat(cost(accounts, "khong.co.ai", "sai")).isEqualTo(1);
        assertThat(cost(accounts, blocked.username(), Branch.PASSWORD)).isEqualTo(1);
        assertThat(cost(accounts, "chua.co.mat.khau" + branch.a, Accounts.NO_PASSWORD))
                .isEqualTo(1);
        assertThat(cost(accounts, known, "x".repeat(201))).isZero();
        assertThat(cost(accounts, "khong.co.ai", "x".repeat(201))).isZero();
    }

    @Test
    void a_hash_of_former_settings_is_made_anew_at_the_next_sign_in() {
        var branch = Branch.grow(context);
        var known = branch.username(Post.OFFICER, branch.a);
        var dearer = new org.springframework.security.crypto.password.DelegatingPasswordEncoder(
                "argon2id", java.util.Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 128, 2)));
        var accounts = accounts(dearer);
        assertThat(accounts.verify(known, "sai")).isEmpty();
        assertThat(hashOf(known)).isEqualTo(Branch.HASH);
        assertThat(accounts.verify(known, Branch.PASSWORD)).isPresent();
        assertThat(hashOf(known)).contains("m=128,t=2");
        assertThat(accounts.verify(known, Branch.PASSWORD)).isPresent();
    }

    private int cost(Accounts accounts, String username, String password) {
        hashes.set(0);
        accounts.verify(username, password);
        return hashes.get();
    }

    private String hashOf(String username) {
        return jdbc.sql(
                        "select a.password_hash from account a join person p on p.id = a.person_id where p.username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private Accounts accounts(PasswordEncoder hashing) {
        return new Accounts(
                jdbc,
                context.getBean(TreeWriter.class),
                context.getBean(Units.class),
                context.getBean(People.class),
                context.getBean(Access.class),
                new Counting(hashing),
                context.getBean(Passwords.class),
                context.getBean(Usernames.class),
                context);
    }

    private class Counting implements PasswordEncoder {

        private final PasswordEncoder real;

        Counting(PasswordEncoder real) {
            this.real = real;
        }

        @Override
        public String encode(CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            hashes.incrementAndGet();
            return real.matches(password, hash);
        }

        @Override
        public boolean upgradeEncoding(String hash) {
            return real.upgradeEncoding(hash);
        }
    }
}
