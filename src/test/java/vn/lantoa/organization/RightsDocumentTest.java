package vn.lantoa.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps src/docs/rights.md in step with {@link Right}. */
class RightsDocumentTest {

    private static final Path FILE = Path.of("src/docs/rights.md");

    @Test
    void the_documentation_says_what_the_code_does() throws IOException {
        if (System.getenv("LANTOA_DOCS_WRITE") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text());
        }
        assertThat(Files.readString(FILE))
                .as("src/docs/rights.md is generated: run LANTOA_DOCS_WRITE=1 mvn test -Dtest=RightsDocumentTest")
                .isEqualTo(text());
    }

    private static String text() {
        var posts = Arrays.stream(Post.values())
                .map(post -> "`" + post.code() + "`")
                .collect(Collectors.joining(" | "));
        var rows = Arrays.stream(Right.values()).map(RightsDocumentTest::row).collect(Collectors.joining("\n"));
        return """
                # Rights: post × tree

                Generated from `vn.lantoa.organization.Right` by `RightsDocumentTest`, which says how to write it anew. What a person may not see answers 404,
                what a person may see but not do 403. *own*: the unit where the post is held; *direct*: the units directly below it; *branch*: the unit and
                everything below it; *everywhere*: no unit is asked. The administrator of the installation has its rights everywhere.
                `RightsMatrixTest` proves it for every route: post × (own, subordinate, superior, sibling, foreign unit).

                | right | %s |
                |---|%s
                %s
                """
                .formatted(posts, "---|".repeat(Post.values().length), rows);
    }

    private static String row(Right right) {
        var cells = Arrays.stream(Post.values())
                .map(post -> {
                    if (right.administrators() && post == Post.ADMINISTRATOR) {
                        return "everywhere";
                    }
                    return right.posts().contains(post) ? word(right.reach(post)) : "–";
                })
                .collect(Collectors.joining(" | "));
        return "| `" + right + "` | " + cells + " |";
    }

    private static String word(Right.Reach reach) {
        return switch (reach) {
            case OWN -> "own";
            case DIRECT_SUBORDINATE -> "direct";
            case BRANCH -> "branch";
            case EVERYWHERE -> "everywhere";
        };
    }
}
