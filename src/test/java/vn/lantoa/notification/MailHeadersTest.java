package vn.lantoa.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whole letters, as they go to the server, with hostile subjects and bodies: never a header more, never a second recipient or letter. */
class MailHeadersTest {

    private static final List<String> HEADERS = List.of(
            "Auto-Submitted",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To");

    /** Writes the letter out as it would be sent. */
    private static final class Wire extends JavaMailSenderImpl {

        private final List<byte[]> written = new ArrayList<>();

        @Override
        protected void doSend(MimeMessage[] letters, Object[] originals) {
            for (var letter : letters) {
                try {
                    letter.setSentDate(new java.util.Date());
                    var id = letter.getMessageID();
                    letter.saveChanges();
                    letter.setHeader("Message-ID", id);
                    var bytes = new ByteArrayOutputStream();
                    letter.writeTo(bytes);
                    written.add(bytes.toByteArray());
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            }
        }
    }

    @Property(tries = 10_000)
    void a_letter_has_the_headers_it_should_and_no_others(
            @ForAll("texts") String subject, @ForAll("texts") String body, @ForAll("texts") String local)
            throws Exception {
        var address = MailText.address(local + "@donvi.vn").orElse("canbo@donvi.vn");
        var wire = new Wire();
        try {
            new SmtpTransport(wire, "lantoa@lantoa.example")
                    .send(new MailTransport.Letter("<1@lantoa.example>", address, subject, body));
        } catch (MailTransport.Unavailable refused) {
            assertThat(wire.written).isEmpty();
            wire.written.clear();
            new SmtpTransport(wire, "lantoa@lantoa.example")
                    .send(new MailTransport.Letter("<1@lantoa.example>", address, "Lan Tỏa", body));
        }
        assertThat(wire.written).hasSize(1);
        var read = new MimeMessage(null, new ByteArrayInputStream(wire.written.get(0)));
        var names = Collections.list(read.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .sorted()
                .toList();
        assertThat(names).isSubsetOf(HEADERS).doesNotHaveDuplicates();
        assertThat(read.getAllRecipients()).hasSize(1);
        assertThat(read.getAllRecipients()[0]).hasToString(address);
        assertThat(read.getFrom()[0]).hasToString("lantoa@lantoa.example");
        assertThat(read.getContentType()).startsWith("text/plain");
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "Nguyễn Văn A",
                "a",
                " ",
                "\r\n",
                "\n",
                "\r",
                "\r\n.\r\n",
                "\n.\n",
                "\r\n\r\n",
                "\u0000",
                "\u0085",
                "\u2028",
                "\t",
                "Bcc: x@evil.example",
                "Content-Type: text/html",
                "MAIL FROM:<x@evil.example>",
                "RCPT TO:<x@evil.example>",
                "=?UTF-8?Q?=0D=0ABcc:_x@evil.example?=",
                "%0d%0aBcc:x@evil.example",
                "--",
                "\"",
                "<",
                ">",
                ",",
                "ễ",
                "😀",
                "\uD83D");
        return Arbitraries.oneOf(
                pieces.list().ofMinSize(1).ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(60));
    }
}
