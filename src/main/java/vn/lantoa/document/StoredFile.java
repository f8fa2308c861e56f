package vn.lantoa.document;

import java.time.Instant;

/**
 * A file kept in the database.
 *
 * @param name as people see it
 * @param sha256 of its content, in hexadecimal
 */
public record StoredFile(long id, String name, String mediaType, long size, String sha256, Instant at) {}
