package vn.lantoa.web;

import java.io.IOException;
import java.sql.SQLException;

/** Recognises in an exception, however deep, that there was no room left to write to. */
final class FullDisk {

    /** PostgreSQL's {@code disk_full}. */
    private static final String POSTGRESQL = "53100";

    private FullDisk() {}

    static boolean causes(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && POSTGRESQL.equals(sql.getSQLState())
                    || cause instanceof IOException && saysSo(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /** The words of Linux, Windows and quotas; Java passes them on as they are. */
    private static boolean saysSo(String message) {
        return message != null
                && (message.contains("No space left")
                        || message.contains("not enough space")
                        || message.contains("Disk quota exceeded"));
    }
}
