package vn.lantoa.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * A running program of the installation.
 *
 * @param version empty for one that was not packaged
 * @param away not heard of for two minutes
 * @param here the one that answers
 */
public record Node(
        String name, Optional<String> version, Instant startedAt, Instant seenAt, boolean away, boolean here) {}
