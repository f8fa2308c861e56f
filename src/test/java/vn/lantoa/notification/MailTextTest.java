package vn.lantoa.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Whatever is typed: what is taken as an address or a subject adds no header to a mail. */
class MailTextTest {

    @Property(tries = 10_000)
    void an_address_that_is_taken_is_one_line_and_one_address(@ForAll("nearlyAddresses") String typed)
            throws Exception {
        var address = MailText.address(typed);
        if (address.isPresent()) {
            assertThat(address.get()).matches("[\\x21-\\x7e]{3,254}");
            var read = InternetAddress.parse(address.get(), true);
            assertThat(read).hasSize(1);
            assertThat(read[0].getAddress()).isEqualTo(address.get());
        }
        if (typed.chars().anyMatch(c -> c < 32 || c == 127)) {
            assertThat(address).isEmpty();
        }
    }

    @Property(tries = 10_000)
    void a_subject_that_is_taken_adds_no_header(@ForAll("nearlySubjects") String typed) throws Exception {
        String subject;
        try {
            subject = MailText.subject(typed);
        } catch (IllegalArgumentException refused) {
            return;
        }
        var message = new MimeMessage(Session.getInstance(new Properties()));
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setTo("a@b.vn");
        helper.setSubject(subject);
        helper.setText("Nội dung");
        message.saveChanges();
        var written = new ByteArrayOutputStream();
        message.writeTo(written);
        var head = written.toString(StandardCharsets.US_ASCII).split("\r\n\r\n", 2)[0];
        assertThat(Arrays.stream(head.split("\r\n")).filter(line -> line.matches("(?i)(bcc|x-[a-z]+|cc):.*")))
                .isEmpty();
        assertThat(message.getSubject().strip()).isEqualToNormalizingWhitespace(subject.strip());
    }

    @Example
    void known_tricks_are_refused() {
        for (var trick : new String[] {
            "a@b.vn\nBcc: c@d.vn",
            "a@b.vn\r\nBcc: c@d.vn",
            "a@b.vn%0aBcc:c@d.vn\u0000",
            "a\u2028@b.vn",
            "\"a b\"@c.vn",
            "a@b.vn,c@d.vn",
            "a@b.vn>",
            "a@@b.vn",
            "a@b",
            "a..b@c.vn",
            "@b.vn",
            "nguyễn@b.vn",
            "",
            "x".repeat(65) + "@b.vn",
            "a@" + "b".repeat(250) + ".vn"
        }) {
            assertThat(MailText.address(trick)).as(trick).isEmpty();
        }
        assertThat(MailText.address(null)).isEmpty();
        assertThat(MailText.address(" ten.dem+lan-toa@congdoan.org.vn ")).contains("ten.dem+lan-toa@congdoan.org.vn");
        assertThatThrownBy(() -> MailText.subject("Tin\r\nBcc: a@b.vn")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> nearlyAddresses() {
        var pieces = Arbitraries.of(
                "a",
                "ten",
                ".",
                "@",
                "@",
                "b",
                ".vn",
                ".vn",
                "-",
                "+",
                " ",
                "\r",
                "\n",
                "\r\n",
                "\t",
                "\u0000",
                "\u007f",
                "\u2028",
                "\"",
                ",",
                ";",
                ":",
                "<",
                ">",
                "(",
                ")",
                "\\",
                "Bcc: x@y.vn",
                "ễ",
                "😀",
                "%0d%0a");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8).map(name -> name + "@donvi.vn"));
    }

    @Provide
    Arbitrary<String> nearlySubjects() {
        var pieces = Arbitraries.of(
                "Lan Tỏa",
                " ",
                ": ",
                "\r\n",
                "\n",
                "\r",
                "\u0085",
                "\u2029",
                "Bcc: x@y.vn",
                "X-a: b",
                "ễ",
                "😀",
                "\uD83D",
                "\u0000",
                "=?UTF-8?Q?x?=");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(10).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(80));
    }
}
