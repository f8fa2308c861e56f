package vn.lantoa.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.rulebook.SetupStep;

/** "Thử thư" in the list of a new installation: done when a server took a test mail. */
@Component
class MailSetupStep implements SetupStep {

    private final JdbcClient jdbc;

    MailSetupStep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "mail";
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public String href() {
        return "/mail";
    }

    @Override
    public boolean ofInstallation() {
        return true;
    }

    @Override
    public boolean done(Actor actor) {
        return !jdbc.sql("select id from mail where business_key like 'test:%' and state = 'SENT' limit 1")
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
