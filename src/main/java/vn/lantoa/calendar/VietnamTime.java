package vn.lantoa.calendar;

import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.TimeZone;

/** The one time zone of the house. Dates of the law are Vietnamese dates, wherever the machine stands. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    /**
     * Makes Vietnamese time the default of this process. Must run before any class of the engine loads.
     *
     * @throws IllegalStateException when {@code -Duser.timezone} or {@code TZ} explicitly names another zone
     */
    public static void insist() {
        if (zoneIsOnTheCommandLine()) {
            refuse("user.timezone", System.getProperty("user.timezone"));
        }
        refuse("TZ", System.getenv("TZ"));
        System.setProperty("user.timezone", ZONE.getId());
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    }

    /** The JVM sets the property itself as soon as an agent asks for the time: only what somebody wrote counts. */
    private static boolean zoneIsOnTheCommandLine() {
        return System.getProperty("user.timezone") != null
                && ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .anyMatch(argument -> argument.startsWith("-Duser.timezone="));
    }

    static void refuse(String where, String zone) {
        if (zone == null || zone.isBlank()) {
            return;
        }
        var named = TimeZone.getTimeZone(zone.startsWith(":") ? zone.substring(1) : zone);
        if (!named.hasSameRules(TimeZone.getTimeZone(ZONE))) {
            throw new IllegalStateException("Lan Tỏa runs in Asia/Ho_Chi_Minh only; " + where + " asks for " + zone
                    + ". Remove the setting: the application chooses its zone itself.");
        }
    }
}
