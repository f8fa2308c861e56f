package vn.lantoa.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One officer's visit: signs in, looks at the list and the report, types something, looks whether it is still there, hands in. */
final class Visit implements Callable<Void> {

    private static final int OK = 200;
    private static final int LED_ON = 302;
    private static final int FEWEST_PAUSES = 5;
    private static final int MOST_PAUSES = 15;

    private interface Step {
        int send() throws IOException, InterruptedException;
    }

    private final Person person;
    private final Season.Waiting waiting;
    private final Times times;
    private final ConcurrentLinkedQueue<String> odd;
    private final int pause;

    /** @param pause milliseconds; between two clicks pass five to fifteen of them */
    Visit(Front front, Season.Waiting waiting, Times times, ConcurrentLinkedQueue<String> odd, int pause) {
        this.person = new Person(front, waiting.username());
        this.waiting = waiting;
        this.times = times;
        this.odd = odd;
        this.pause = pause;
    }

    @Override
    public Void call() throws InterruptedException, IOException {
        var report = "/dossiers/report/" + waiting.report();
        step("sign in", times.pages, person::signIn, LED_ON);
        think();
        step("list", times.pages, () -> person.page("/tasks"), OK);
        think();
        step("report", times.pages, () -> person.page(report), OK);
        think();
        var typed = "thu-" + waiting.task();
        step("draft", times.pages, () -> person.draft(waiting.task(), "{\"leadership\":\"" + typed + "\"}", 0), OK);
        think();
        step("report", times.pages, () -> person.page(report), OK);
        if (!person.sees(typed)) {
            odd.add("a draft is lost: " + waiting);
        }
        think();
        step("hand in", times.clicks, () -> person.complete(waiting.task(), "nil"), LED_ON);
        return null;
    }

    /** Who gets no answer does it again, as one presses the button again; a second draft of the same version is told that it stands. */
    private void step(String name, List<Long> into, Step step, int expected) throws InterruptedException {
        for (var attempt = 0; attempt < 3; attempt++) {
            var begun = System.nanoTime();
            try {
                var status = step.send();
                into.add((System.nanoTime() - begun) / 1_000_000);
                if (status != expected && !(attempt > 0 && status == 409)) {
                    odd.add(name + ": " + status);
                }
                return;
            } catch (IOException brokenOff) {
                times.again.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        odd.add(name + ": no answer three times");
    }

    private void think() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                (long) pause * (pause == 0 ? 0 : ThreadLocalRandom.current().nextInt(FEWEST_PAUSES, MOST_PAUSES + 1)));
    }
}
