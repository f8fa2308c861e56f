package vn.lantoa.organization;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposes sign-in names as offices write them: given name, initials, unit: "Nguyễn Văn An" of X-12 is {@code annv.x-12}. */
@Component
public class Usernames {

    private static final int LONGEST_NAME = 36;

    private final JdbcClient jdbc;

    Usernames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first free name; a second person of the same initials in the unit gets a number. */
    public String propose(String name, String unitCode) {
        return propose(
                name,
                unitCode,
                username -> jdbc.sql("select count(*) from person where username = ?")
                                .param(username)
                                .query(Long.class)
                                .single()
                        > 0);
    }

    /** The same for many at once, asked of a set instead of the database. */
    public static String propose(String name, String unitCode, Predicate<String> taken) {
        var person = initials(name);
        var unit = "." + unitCode.toLowerCase(Locale.ROOT);
        var username = person + unit;
        for (var number = 2; taken.test(username); number++) {
            username = person + number + unit;
        }
        return username;
    }

    private static String initials(String name) {
        var words = VietnameseText.words(name);
        if (words.isEmpty()) {
            return "nguoi";
        }
        var others = words.subList(0, words.size() - 1).stream()
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        var all = words.get(words.size() - 1) + others;
        return all.substring(0, Math.min(LONGEST_NAME, all.length()));
    }
}
