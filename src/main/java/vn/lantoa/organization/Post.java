package vn.lantoa.organization;

import java.util.Arrays;
import java.util.Optional;

/** What somebody does in a unit. Diagrams name posts, never persons ({@code candidateGroups="canbo"}). */
public enum Post {
    OFFICER("canbo"),
    CHECKER("kiemtra"),
    LEADER("lanhdao"),
    RECORDS_OFFICE("vanthu"),
    UNIT_ADMINISTRATOR("quantri-don-vi"),
    ADMINISTRATOR("quantri");

    private final String code;

    Post(String code) {
        this.code = code;
    }

    /** The name used in diagrams, in the API and in message keys ({@code post.<code>}). */
    public String code() {
        return code;
    }

    public static Optional<Post> ofCode(String code) {
        return Arrays.stream(values()).filter(post -> post.code.equals(code)).findFirst();
    }
}
