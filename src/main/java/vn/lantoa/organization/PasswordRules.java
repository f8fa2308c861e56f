package vn.lantoa.organization;

import static vn.lantoa.organization.Checks.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;

/** What a password must be: long, and none that everybody tries. No rules about kinds of characters: a passphrase in Vietnamese is welcome. */
@Component
class PasswordRules {

    static final int SHORTEST = 12;
    /** Hashing longer ones would let a stranger make the server work. */
    static final int LONGEST = 200;

    private final Set<String> common;

    PasswordRules() {
        try {
            common = new ClassPathResource("organization/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordRules::essence)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same password typed on any keyboard: composed form. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    Optional<Refused> check(String password, String username) {
        var normal = password == null ? "" : normal(password);
        return Checks.first(
                () -> when(normal.codePointCount(0, normal.length()) < SHORTEST, Reason.PASSWORD_TOO_SHORT, "password"),
                () -> when(normal.length() > LONGEST, Reason.PASSWORD_TOO_LONG, "password"),
                () -> when(tooCommon(normal, username), Reason.PASSWORD_COMMON, "password"));
    }

    private boolean tooCommon(String password, String username) {
        var essence = essence(password);
        return common.contains(essence)
                || essence.equals(essence(username))
                || essence.chars().distinct().count() < 4;
    }

    private static String essence(String password) {
        return VietnameseText.fold(password).replace(" ", "");
    }
}
