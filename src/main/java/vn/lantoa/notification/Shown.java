package vn.lantoa.notification;

import java.util.Locale;

/** What open pages show and fetch anew when they are told that it changed. */
public enum Shown {
    TASKS,
    NOTICES;

    /** The name of the event in the page ({@code live.ts}). */
    String event() {
        return name().toLowerCase(Locale.ROOT);
    }
}
