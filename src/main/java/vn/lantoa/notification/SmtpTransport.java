package vn.lantoa.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends through the SMTP server of the settings; there is none unless {@code spring.mail.host} is set. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpTransport implements MailTransport {

    private final JavaMailSenderImpl sender;
    private final String from;

    SmtpTransport(JavaMailSenderImpl sender, @Value("${lantoa.mail.from}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void send(Letter letter) throws Refused, Unavailable {
        try {
            sender.send(message -> {
                var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
                helper.setFrom(from);
                helper.setTo(letter.address());
                helper.setSubject(MailText.subject(letter.subject()));
                helper.setText(letter.body());
                message.setHeader("Message-ID", letter.messageId());
                message.setHeader("Auto-Submitted", "auto-generated");
            });
        } catch (MailException failed) {
            throw told(failed);
        }
    }

    @Override
    public String where() {
        return sender.getHost() + (sender.getPort() > 0 ? ":" + sender.getPort() : "");
    }

    private static Unavailable told(MailException failed) throws Refused {
        Throwable cause = failed;
        if (failed instanceof MailSendException sending
                && !sending.getFailedMessages().isEmpty()) {
            cause = sending.getFailedMessages().values().iterator().next();
        }
        for (var step = cause; step != null; step = next(step)) {
            if (code(step) >= 500 && code(step) < 600) {
                throw new Refused(oneLine(step.getMessage()));
            }
        }
        var root = cause;
        while (next(root) != null) {
            root = next(root);
        }
        return new Unavailable(root.getClass().getSimpleName() + ": " + oneLine(root.getMessage()));
    }

    private static Throwable next(Throwable problem) {
        var next = problem instanceof MessagingException mail ? mail.getNextException() : null;
        return next == null ? problem.getCause() : next;
    }

    /** Only answers about this mail or its recipient are for good; a refused password or greeting is the server's trouble with us. */
    private static int code(Throwable problem) {
        if (problem instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (problem instanceof SMTPSendFailedException sending && problem instanceof SendFailedException) {
            return sending.getCommand() != null && sending.getCommand().startsWith("MAIL")
                    ? 0
                    : sending.getReturnCode();
        }
        return 0;
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }
}
