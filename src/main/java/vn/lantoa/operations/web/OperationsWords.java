package vn.lantoa.operations.web;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.operations.Health;
import vn.lantoa.operations.Route;
import vn.lantoa.operations.Verdict;

/** Times, sizes and verdicts in the reader's language. */
@Component
class OperationsWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final long KIB = 1024;

    /** The badge that looks like it; its word is our own. */
    private static final Map<Health, String> BADGES = Map.of(
            Health.WELL, "done", Health.OFF, "off", Health.UNKNOWN, "pending", Health.LOOK, "soon", Health.BAD, "late");

    private static final Map<String, String> NOT_PAGES = Map.of(
            "REDIRECTION", "route.sign-in",
            "NOT_FOUND", "route.not-found",
            "UNKNOWN", "route.other",
            "/**", "route.files");

    private final MessageSource messages;

    OperationsWords(MessageSource messages) {
        this.messages = messages;
    }

    public String badge(Health health) {
        return BADGES.get(health);
    }

    public String sentence(Verdict verdict, Locale locale) {
        return say(
                verdict.message(),
                locale,
                verdict.figures().stream().map(figure -> shown(figure, locale)).toArray());
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(VietnamTime.ZONE));
    }

    /** How long ago that was by the machine's clock. */
    public String ago(Instant moment, Locale locale) {
        var passed = Duration.between(moment, Instant.now());
        return say("ago", locale, duration(passed.isNegative() ? Duration.ZERO : passed, locale));
    }

    /** In its largest unit: nobody wants the seconds of three days. */
    public String duration(Duration time, Locale locale) {
        if (time.toDays() >= 2) {
            return say("days", locale, time.toDays());
        }
        if (time.toHours() >= 1) {
            return say("hours", locale, time.toHours());
        }
        if (time.toMinutes() >= 1) {
            return say("minutes", locale, time.toMinutes());
        }
        return say("seconds", locale, time.toSeconds());
    }

    /** Of an answer: tenths of a second count. */
    public String swift(Duration time, Locale locale) {
        return time.compareTo(Duration.ofSeconds(1)) < 0
                ? say("milliseconds", locale, time.toMillis())
                : say("seconds", locale, time.toMillis() / 100 / 10.0);
    }

    public String size(DataSize size, Locale locale) {
        var units = new String[] {"KB", "MB", "GB", "TB"};
        var value = size.toBytes() / (double) KIB;
        var unit = 0;
        while (value >= KIB && unit < units.length - 1) {
            value /= KIB;
            unit++;
        }
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(value < 10 && unit > 0 ? 1 : 0);
        return format.format(value) + " " + units[unit];
    }

    /** What no page answered has a word of Micrometer's instead of a template. */
    public String route(Route route, Locale locale) {
        var told = NOT_PAGES.get(route.template());
        return route.method() + " " + (told == null ? route.template() : say(told, locale));
    }

    private Object shown(Object figure, Locale locale) {
        if (figure instanceof Route route) {
            return route(route, locale);
        }
        if (figure instanceof Duration time) {
            return time.compareTo(Duration.ofMinutes(1)) < 0 ? swift(time, locale) : duration(time, locale);
        }
        return figure instanceof DataSize size ? size(size, locale) : figure;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("operations." + key, arguments, locale);
    }
}
