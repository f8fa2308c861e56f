package vn.lantoa.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.testing.Consistency;

/** Acknowledged ⊆ database, nothing twice, the engine's tables agree with each other, the audit chain is whole. */
final class Check {

    private final List<String> broken = new ArrayList<>();
    private int written;
    private int lost;
    private int doubled;

    void writes(Collection<Integer> acknowledged, List<Integer> found) {
        var known = new HashSet<>(found);
        written = acknowledged.size();
        lost = (int) acknowledged.stream().filter(one -> !known.contains(one)).count();
        doubled = found.size() - known.size();
    }

    /** Of so many that were begun, so many came to their end, and so many more than once. */
    void cases(int begun, int ended, int twice) {
        written = begun;
        lost = begun - ended;
        doubled = twice;
    }

    /** What else must not be. */
    void broke(String what) {
        broken.add(what);
    }

    void chain(Node node) throws IOException, InterruptedException {
        if (!new Desk().chainIsWhole(node.address())) {
            broken.add("the audit chain is not whole");
        }
    }

    void engine(JdbcClient database) {
        broken.addAll(Consistency.broken(database));
    }

    Outcome outcome(int runs, Load load, String further) {
        if (load.refused() > 0) {
            broke(load.refused() + " requests were answered with an error instead of \"later\": " + load.wrong());
        }
        return outcome(runs, further);
    }

    Outcome outcome(int runs, String further) {
        if (written == 0) {
            broke("nothing was written, so nothing is known");
        }
        return new Outcome(runs, written, lost, doubled, List.copyOf(broken), further);
    }
}
