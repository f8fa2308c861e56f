package vn.lantoa.diagrams.difference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import vn.lantoa.organization.Post;

/** Words of the difference: messages {@code process.part.*}, {@code process.fact.*}, {@code process.change.*}. */
final class Words {

    private static final int LONGEST = 300;
    private static final Pattern SPAN = Pattern.compile("(P(\\d+)D|PT(\\d+)H|PT(\\d+)M|P(\\d+)W|P(\\d+)M|P(\\d+)Y)");
    private static final List<String> UNITS = List.of("days", "hours", "minutes", "weeks", "months", "years");

    private Words() {}

    static MessageSourceResolvable say(String key, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {key}, args, key);
    }

    /** Text of people, as it is. */
    static MessageSourceResolvable text(String text) {
        var one = text.strip().replaceAll("\\s+", " ");
        var cut = one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
        return new DefaultMessageSourceResolvable(new String[0], null, cut.isEmpty() ? "–" : cut);
    }

    /** What a fact is called; one that no message knows keeps its technical name. */
    static MessageSourceResolvable label(String name) {
        return new DefaultMessageSourceResolvable(new String[] {"process.fact." + name}, null, name);
    }

    /** A value in words where it has some. */
    static MessageSourceResolvable value(String name, String raw) {
        var value = raw.strip();
        if (value.equals("true") || value.equals("false")) {
            return say("process.value." + value);
        }
        if (name.equals("candidateGroups")) {
            return Optional.of(value)
                    .filter(code -> Post.ofCode(code).isPresent())
                    .map(code -> say("post." + code))
                    .orElseGet(() -> text(value));
        }
        if (name.equals("property.unit")) {
            return new DefaultMessageSourceResolvable(new String[] {"process.value.unit." + value}, null, value);
        }
        return span(value).orElseGet(() -> text(value));
    }

    private static Optional<MessageSourceResolvable> span(String value) {
        var span = SPAN.matcher(value);
        if (!span.matches()) {
            return Optional.empty();
        }
        for (var i = 0; i < UNITS.size(); i++) {
            if (span.group(i + 2) != null) {
                return Optional.of(say("process.value." + UNITS.get(i), span.group(i + 2)));
            }
        }
        return Optional.empty();
    }
}
