package vn.lantoa.engine;

import java.time.Instant;

/** A user task is gone: completed, cancelled or deleted. Published within the engine's transaction. */
public record TaskClosed(String taskId, boolean completed, Instant at) {}
