package vn.lantoa.operations;

import java.time.Duration;

/** A statement as PostgreSQL counts it, with {@code $1} where values were. */
public record Query(String text, long calls, Duration mean, Duration longest) {}
