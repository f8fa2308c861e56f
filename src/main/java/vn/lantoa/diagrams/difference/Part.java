package vn.lantoa.diagrams.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;

/** One thing in a file that has an id: a step, a field, a row; with everything that is said of it. */
record Part(String id, MessageSourceResolvable title, Map<String, Fact> facts) {

    /**
     * One thing said of it.
     *
     * @param raw as it stands in the file: what is compared
     * @param label what it is, in words
     * @param shown the value in words
     */
    record Fact(String raw, MessageSourceResolvable label, MessageSourceResolvable shown) {}

    Part(String id, MessageSourceResolvable title) {
        this(id, title, new LinkedHashMap<>());
    }

    /** Says one thing more; a name that is taken already gets a number. */
    void say(String name, Fact fact) {
        var free = name;
        for (var n = 2; facts.containsKey(free); n++) {
            free = name + "#" + n;
        }
        facts.put(free, fact);
    }
}
