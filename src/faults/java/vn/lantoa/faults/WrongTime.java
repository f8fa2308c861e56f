package vn.lantoa.faults;

import java.io.IOException;
import java.util.List;

/** F12 and F13: a node whose clock or time zone is not the house's; it refuses to start, so it fires nothing early and nothing twice. */
final class WrongTime implements Fault {

    /** How a node is told to live in another time. */
    private record Elsewhere(String name, List<String> before, List<String> options) {}

    private final boolean clock;

    /** @param clock its clock, else its zone */
    WrongTime(boolean clock) {
        this.clock = clock;
    }

    @Override
    public String code() {
        return clock ? "F12" : "F13";
    }

    @Override
    public String done() {
        return clock
                ? "a node started ten minutes ahead of the database, and one ten minutes behind"
                : "a node started under the time zones UTC and America/New_York";
    }

    @Override
    public int runs(boolean full) {
        return 2;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var server = ground.nodes().server;
        var check = new Check();
        var refused = 0;
        for (var one : clock ? clocks() : zones()) {
            var node = new Node(ground.folder("elsewhere"), server.settings()).told(one.before(), one.options());
            try (node) {
                if (node.refuses()) {
                    refused++;
                } else {
                    check.broke("a node started " + one.name());
                }
            } catch (IOException notThere) {
                return Outcome.notRun("the program that moves a process's clock (faketime) is not installed");
            }
        }
        check.cases(runs, refused, 0);
        check.engine(server.client());
        return check.outcome(runs, refused + " of " + runs + " refused to start");
    }

    private static List<Elsewhere> clocks() {
        return List.of(
                new Elsewhere("ten minutes ahead", List.of("faketime", "-f", "+600s"), List.of()),
                new Elsewhere("ten minutes behind", List.of("faketime", "-f", "-600s"), List.of()));
    }

    private static List<Elsewhere> zones() {
        return List.of(
                new Elsewhere("in UTC", List.of(), List.of("-Duser.timezone=UTC")),
                new Elsewhere("in New York", List.of(), List.of("-Duser.timezone=America/New_York")));
    }
}
