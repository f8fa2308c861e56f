package vn.lantoa.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.RightsChanged;

/** Which subject of the foreign sign-in service is which person: one for one, and neither name nor mail address is ever compared. */
@Component
class OidcLinks {

    private final JdbcClient jdbc;
    private final OidcSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OidcLinks(JdbcClient jdbc, OidcSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    Optional<String> usernameOf(String subject) {
        return jdbc.sql("select p.username from oidc_link l join person p on p.id = l.person_id"
                        + " where l.issuer = ? and l.subject = ?")
                .params(settings.issuer(), subject)
                .query(String.class)
                .optional();
    }

    Optional<String> subjectOf(PersonId person) {
        return jdbc.sql("select subject from oidc_link where person_id = ?")
                .param(person.value())
                .query(String.class)
                .optional();
    }

    /** Whether it could be linked: not when the subject is another person's, or the person has one. */
    @Transactional
    public boolean link(Actor by, PersonId person, String subject) {
        if (subject.isBlank() || subject.length() > 255) {
            return false;
        }
        try {
            jdbc.sql("insert into oidc_link (issuer, subject, person_id, linked_at, linked_by) values (?, ?, ?, ?, ?)")
                    .params(settings.issuer(), subject, person.value())
                    .params(Timestamp.from(clock.instant()), by.id().value())
                    .update();
        } catch (DuplicateKeyException taken) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return false;
        }
        tell("account.oidc-linked", by, person);
        return true;
    }

    /** Links anew or, with nothing, ends the link; another person's subject changes nothing. */
    @Transactional
    public boolean replace(Actor by, PersonId person, String subject) {
        unlink(by, person);
        return subject.isEmpty() || link(by, person, subject);
    }

    @Transactional
    public void unlink(Actor by, PersonId person) {
        var gone = jdbc.sql("delete from oidc_link where person_id = ?")
                .param(person.value())
                .update();
        if (gone > 0) {
            tell("account.oidc-unlinked", by, person);
        }
    }

    private void tell(String action, Actor by, PersonId person) {
        events.publishEvent(new RightsChanged(action, by, "person:" + person, null, Map.of(), Map.of()));
    }
}
