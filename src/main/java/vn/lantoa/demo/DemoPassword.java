package vn.lantoa.demo;

import java.net.InetAddress;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Accounts;

/** One password for all demo accounts: a published one while nobody but this machine can reach them, else one made at each start. */
@Component
@Profile("demo")
class DemoPassword {

    static final String PUBLISHED = "lantoa-demo-2026";

    private static final String HASH = "password-hash";
    private static final String MADE = "password-made";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DemoSettings settings;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final boolean loopback;
    private volatile String password;

    DemoPassword(
            DemoSettings settings,
            Accounts accounts,
            JdbcClient jdbc,
            @Value("${server.address:#{null}}") InetAddress address) {
        this.settings = settings;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.loopback = address != null && address.isLoopbackAddress();
    }

    boolean published() {
        return loopback;
    }

    /** The password of this run. */
    String now() {
        return password;
    }

    /**
     * Decides the password of this run and gives it to every account that still has the shared one of the run before: a database made on
     * loopback must not carry the published password to an open port.
     *
     * @return the hash new accounts get
     */
    String decide() {
        var former = settings.find(HASH);
        password = loopback ? PUBLISHED : random();
        if (loopback && former.isPresent() && settings.find(MADE).isEmpty()) {
            return former.get();
        }
        var hash = accounts.hash(password);
        former.ifPresent(old -> jdbc.sql("update account set password_hash = ? where password_hash = ?")
                .params(hash, old)
                .update());
        settings.put(HASH, hash);
        jdbc.sql("delete from demo_setting where name = ?").param(MADE).update();
        if (!loopback) {
            settings.put(MADE, "yes");
        }
        return hash;
    }

    private static String random() {
        var random = new SecureRandom();
        var text = new StringBuilder("thu");
        for (var i = 0; i < 15; i++) {
            text.append(i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
