package vn.lantoa.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.notification.Courier.Delivery;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Secrets;

/** Mail as people deal with it: one's own address and hours, and for administrators what does not go out. */
@Component
public class Correspondence {

    /** What an administrator sees of a mail that does not go out. */
    public record Trouble(
            String person, String address, String state, int attempts, Instant queued, Instant next, String reason) {}

    /**
     * How mail goes.
     *
     * @param where null when this installation sends none
     */
    public record Overview(String where, long waiting, List<Trouble> troubles) {}

    /** What a person has chosen; see {@link MailSettings.Setting}. */
    public record Wishes(boolean sends, String address, String pending, boolean digest, int quietFrom, int quietTo) {}

    private static final int MOST_TROUBLES = 100;

    private final MailSettings settings;
    private final Outbox outbox;
    private final Courier courier;
    private final People people;
    private final Access access;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final OwnAddress ownAddress;

    Correspondence(
            MailSettings settings,
            Outbox outbox,
            Courier courier,
            People people,
            Access access,
            AuditTrail audit,
            MessageSource messages,
            OwnAddress address) {
        this.settings = settings;
        this.outbox = outbox;
        this.courier = courier;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.messages = messages;
        this.ownAddress = address;
    }

    public Wishes wishesOf(Actor actor) {
        var setting = settings.of(actor.id());
        return new Wishes(
                courier.sends(),
                setting.address(),
                setting.pending(),
                setting.digest(),
                setting.quietFrom(),
                setting.quietTo());
    }

    /**
     * Sends a code to an address.
     *
     * @return message key of what is wrong, empty when the code is on its way
     */
    public Optional<String> ask(Actor actor, String address, Locale locale) {
        if (!courier.sends()) {
            return Optional.of("mail.off");
        }
        var mail = settings.ask(actor, address, locale);
        if (mail.isEmpty()) {
            return Optional.of("mail.address.malformed");
        }
        return courier.deliver(mail.get()) instanceof Delivery.Refused
                ? Optional.of("mail.address.refused")
                : Optional.empty();
    }

    /** Whether the code was right. */
    public boolean confirm(Actor actor, String code) {
        return settings.confirm(actor, code);
    }

    public void forget(Actor actor) {
        settings.forget(actor);
    }

    /** Whether a digest is wanted, and from which full hour to which none is. */
    public void choose(Actor actor, boolean digest, int quietFrom, int quietTo) {
        settings.choose(actor, digest, quietFrom, quietTo);
    }

    /** How mail goes; for those who run the installation. */
    public Overview overview(Actor actor) {
        access.require(actor, Right.OPERATE);
        var troubles = outbox.troubled(MOST_TROUBLES).stream()
                .map(mail -> new Trouble(
                        people.nameOf(mail.person()).orElse("–"),
                        mail.address(),
                        mail.state(),
                        mail.attempts(),
                        mail.queued(),
                        mail.state().equals("WAITING") ? mail.next() : null,
                        mail.failure()))
                .toList();
        return new Overview(courier.where(), outbox.waiting(), troubles);
    }

    /**
     * Sends the administrator a mail to the own address: "Thử thư".
     *
     * @return what to say: a message key and its arguments
     */
    public String test(Actor actor, Locale locale) {
        access.require(actor, Right.OPERATE);
        var address = settings.of(actor.id()).address();
        if (!courier.sends()) {
            return messages.getMessage("mail.off", null, locale);
        }
        if (address == null) {
            return messages.getMessage("mail.test.no-address", null, locale);
        }
        var mail = outbox.put(
                "test:" + actor.id() + ":" + Secrets.random().substring(0, 16),
                actor.id(),
                address,
                messages.getMessage("mail.test.subject", null, locale),
                messages.getMessage("mail.test.body", new Object[] {ownAddress.of("")}, locale));
        audit.record("mail.tested", actor, "person:" + actor.id(), null, Map.of(), Map.of());
        return told(courier.deliver(mail.orElseThrow()), locale);
    }

    private String told(Delivery delivery, Locale locale) {
        if (delivery instanceof Delivery.Refused refused) {
            return messages.getMessage("mail.test.refused", new Object[] {refused.reason()}, locale);
        }
        if (delivery instanceof Delivery.Later later) {
            return messages.getMessage("mail.test.later", new Object[] {later.reason()}, locale);
        }
        return messages.getMessage("mail.test.sent", null, locale);
    }
}
