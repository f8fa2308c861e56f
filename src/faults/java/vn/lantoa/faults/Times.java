package vn.lantoa.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** How long pages and clicks took, in milliseconds, and how many requests had to be made again. */
final class Times {

    final List<Long> pages = new CopyOnWriteArrayList<>();
    final List<Long> clicks = new CopyOnWriteArrayList<>();
    final AtomicInteger again = new AtomicInteger();
}
