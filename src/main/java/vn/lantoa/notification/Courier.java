package vn.lantoa.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries waiting mail out, one by one; a server that is away is asked again after growing pauses. */
@Component
class Courier {

    /** What became of one mail. */
    sealed interface Delivery {

        record Sent() implements Delivery {}

        /** For good: the reason is the server's. */
        record Refused(String reason) implements Delivery {}

        /** Tried again later. */
        record Later(String reason) implements Delivery {}
    }

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int MOST_IN_A_ROUND = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final Digests digests;
    private final ObjectProvider<MailTransport> transports;
    private final Clock clock;

    private Duration pause = Duration.ZERO;
    private Instant notBefore = Instant.EPOCH;

    Courier(Outbox outbox, Digests digests, ObjectProvider<MailTransport> transports, Clock clock) {
        this.outbox = outbox;
        this.digests = digests;
        this.transports = transports;
        this.clock = clock;
    }

    /** Whether this installation sends mail at all. */
    boolean sends() {
        return transports.getIfAvailable() != null;
    }

    /** Where mail goes, in words; null when nowhere. */
    String where() {
        var transport = transports.getIfAvailable();
        return transport == null ? null : transport.where();
    }

    /** Makes the digests that are due and sends what waits. */
    @Scheduled(fixedDelayString = "${lantoa.mail.every}", initialDelayString = "${lantoa.mail.every}")
    synchronized void round() {
        if (!sends() || clock.instant().isBefore(notBefore)) {
            return;
        }
        digests.make();
        for (var i = 0; i < MOST_IN_A_ROUND; i++) {
            var next = outbox.take();
            if (next.isEmpty() || !goOnAfter(deliver(next.get()))) {
                return;
            }
        }
    }

    /** Sends one mail now, out of turn; {@code Later} without reason when it is on its way already. */
    Delivery deliver(long id) {
        return outbox.take(id).map(this::deliver).orElse(new Delivery.Later(""));
    }

    private Delivery deliver(Outbox.Taken mail) {
        try {
            transports.getObject().send(mail.letter());
            outbox.sent(mail);
            return new Delivery.Sent();
        } catch (MailTransport.Refused refused) {
            outbox.refused(mail, refused.getMessage());
            return new Delivery.Refused(refused.getMessage());
        } catch (MailTransport.Unavailable away) {
            outbox.failed(mail, away.getMessage());
            return new Delivery.Later(away.getMessage());
        }
    }

    private boolean goOnAfter(Delivery delivery) {
        if (delivery instanceof Delivery.Later later) {
            pause = pause.isZero() ? Duration.ofSeconds(30) : pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            notBefore = clock.instant().plus(pause);
            log.warn("No mail for {} s: {}", pause.toSeconds(), later.reason());
            return false;
        }
        pause = Duration.ZERO;
        return true;
    }
}
