package vn.lantoa.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** How much of the heap was ever used. */
final class HeapWatch {

    private HeapWatch() {}

    /** Bytes, at most: the peaks of the heap's parts added. */
    static long most() {
        return Math.min(
                Runtime.getRuntime().maxMemory(),
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum());
    }
}
