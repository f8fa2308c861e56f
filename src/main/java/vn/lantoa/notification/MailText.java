package vn.lantoa.notification;

import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in the head of a mail: one line, nothing that a server could read as another header. */
final class MailText {

    static final int LONGEST_ADDRESS = 254;

    /** RFC 5321 without quoted local parts and comments: what people have, and nothing a header could be hidden in. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_SUBJECT = 200;

    private MailText() {}

    /** The address as typed, without blanks around it; empty when it is none. */
    static Optional<String> address(String typed) {
        var text = typed == null ? "" : typed.replaceAll("^[ \\u00a0]+|[ \\u00a0]+$", "");
        var local = text.indexOf('@');
        var good = text.length() <= LONGEST_ADDRESS
                && local <= LONGEST_LOCAL_PART
                && ADDRESS.matcher(text).matches();
        return good ? Optional.of(text) : Optional.empty();
    }

    /**
     * Passes a subject on.
     *
     * @throws IllegalArgumentException when it is empty, too long, has a line break or another control character, or stands for other text ("=?")
     */
    static String subject(String text) {
        if (text.isBlank() || text.length() > LONGEST_SUBJECT || hasControls(text) || text.contains("=?")) {
            throw new IllegalArgumentException("not a subject of a mail");
        }
        return text;
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(c -> {
            var type = Character.getType(c);
            return type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
        });
    }
}
