package vn.lantoa.notification;

import java.time.Instant;
import java.util.List;

/**
 * What one person was told.
 *
 * @param read when the person said so, null before
 */
public record Notice(long id, String kind, List<String> details, String link, Instant at, Instant read) {}
