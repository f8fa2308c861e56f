package vn.lantoa.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Two persons act at the same moment. */
public final class Together {

    private Together() {}

    /** What became of each, in this order. */
    public static <T> List<T> act(Callable<T> one, Callable<T> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var persons = Executors.newFixedThreadPool(2);
        try {
            var outcomes = new ArrayList<T>();
            for (var done : persons.invokeAll(List.of(at(barrier, one), at(barrier, other)))) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            persons.shutdown();
        }
    }

    private static <T> Callable<T> at(CyclicBarrier barrier, Callable<T> act) {
        return () -> {
            barrier.await();
            return act.call();
        };
    }
}
