package vn.lantoa.audit;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Entries of the audit trail in words, for its page and its file. */
@Component
public class AuditWords {

    /** One entry, ready to read. */
    public record Line(String when, String who, String what, String object, String unit, String details, Long seq) {}

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final Units units;
    private final MessageSource messages;

    AuditWords(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    public List<Line> of(List<AuditEntry> entries, Locale locale) {
        var names = units.namesOf(
                entries.stream().map(AuditEntry::unit).filter(Objects::nonNull).toList());
        return entries.stream().map(entry -> line(entry, names, locale)).toList();
    }

    private Line line(AuditEntry entry, Map<UnitId, String> names, Locale locale) {
        var house = messages.getMessage("audit.page.house", null, locale);
        return new Line(
                WHEN.format(entry.at().atZone(VietnamTime.ZONE)),
                entry.actor() == null ? house : entry.actor(),
                messages.getMessage("audit." + entry.action(), null, entry.action(), locale),
                entry.object(),
                entry.unit() == null ? "" : names.getOrDefault(entry.unit(), ""),
                details(entry, locale),
                entry.seq());
    }

    private String details(AuditEntry entry, Locale locale) {
        var all = new TreeMap<>(entry.facts());
        all.putAll(entry.payload());
        var told = all.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(Collectors.joining(", "));
        return entry.erased() ? told + messages.getMessage("audit.page.erased", null, locale) : told;
    }
}
