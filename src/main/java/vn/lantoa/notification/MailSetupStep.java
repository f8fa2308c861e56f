package vn.lantoa.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.rulebook.SetupStep;

/** "Thử thư" on the list of a new installation: done once any mail has left the house. */
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
        return jdbc.sql("select count(*) from mail where state = 'SENT'")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
