package vn.lantoa.faults;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A campaign over the invented units beside the demo's: every one of them has a report to write, with an officer who may. */
final class Season {

    private static final String ROOT = "thu";
    private static final String ALL = "{\"form\":\"unit-report\",\"period\":\"2026-Y\",\"root\":null}";
    private static final int CREATED = 201;
    private static final int BEGUN_ALREADY = 409;
    private static final int PATIENCE_SECONDS = 600;

    private final Desk desk = new Desk();
    private final URI node;

    /** Launches it unless that was done, and waits until every report is open. */
    Season(URI node) throws IOException, InterruptedException {
        this.node = node;
        var planned = desk.post(node, "canbo." + ROOT, "/api/v1/campaigns", ALL);
        if (planned.status() == CREATED) {
            launch(planned.body().get("id").asText());
        } else if (planned.status() != BEGUN_ALREADY && planned.status() != 422) {
            throw new IllegalStateException("no campaign: " + planned);
        }
    }

    /** Officers of grassroots units, each with the report that waits for them; so many at most, from this one on. */
    List<Waiting> officers(int from, int most) throws IOException, InterruptedException {
        var waiting = new ArrayList<Waiting>();
        for (var unit = from; waiting.size() < most; unit++) {
            var one = waiting("canbo." + ROOT + "-c" + unit);
            if (one.isEmpty()) {
                return waiting;
            }
            one.filter(Waiting::open).ifPresent(waiting::add);
        }
        return waiting;
    }

    /** The first task of a person's list; empty when there is no such person. */
    private Optional<Waiting> waiting(String username) throws IOException, InterruptedException {
        try {
            var tasks = desk.read(node, username, "/api/v1/tasks").get("items");
            return Optional.of(
                    tasks.isEmpty()
                            ? new Waiting(username, "", "")
                            : new Waiting(
                                    username,
                                    tasks.get(0).get("id").asText(),
                                    tasks.get(0).get("dossier").get("id").asText()));
        } catch (IllegalStateException nobody) {
            return Optional.empty();
        }
    }

    private void launch(String campaign) throws IOException, InterruptedException {
        var root = "canbo." + ROOT;
        desk.post(node, root, "/api/v1/campaigns/" + campaign + "/launch", "{}");
        var begun = Instant.now();
        while (Instant.now().isBefore(begun.plusSeconds(PATIENCE_SECONDS))) {
            var progress =
                    desk.read(node, root, "/api/v1/campaigns/" + campaign).get("progress");
            if (progress.get("total").asInt() > 0
                    && progress.get("done").asInt() == progress.get("total").asInt()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("the campaign was not opened");
    }

    /**
     * A person and the task on top of their list.
     *
     * @param task empty when there is none
     */
    record Waiting(String username, String task, String report) {

        boolean open() {
            return !task.isEmpty();
        }
    }
}
