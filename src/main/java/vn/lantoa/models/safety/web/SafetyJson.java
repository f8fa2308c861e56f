package vn.lantoa.models.safety.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.models.safety.SafetyCommitments.Commitment;
import vn.lantoa.models.safety.SafetyDecision;
import vn.lantoa.models.safety.SafetyFile;
import vn.lantoa.models.safety.SafetyLists;
import vn.lantoa.models.safety.SafetyOverview;
import vn.lantoa.models.safety.SafetyResult;

/** What pages and API read and write alike. What cannot be read is null. */
final class SafetyJson {

    private SafetyJson() {}

    static Map<String, Object> of(SafetyFile file) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", file.id().toString());
        json.put("unit", file.unit().toString());
        json.put("year", file.year());
        json.put("state", file.state());
        json.put("object", file.workplace());
        json.put("enterpriseSize", file.enterpriseSize());
        json.put("registeredOn", file.registeredOn());
        json.put("late", file.late());
        json.put("meets", file.meets());
        json.put("sendBy", file.sendBy());
        json.put("sentOn", file.sentOn());
        json.put("endedOn", file.endedOn());
        return json;
    }

    static Map<String, Object> of(SafetyOverview.Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", Long.toString(entry.id()));
        json.put("object", entry.object());
        json.put("name", entry.name());
        json.put("result", entry.result());
        json.put("number", entry.decision().number());
        json.put("decidedOn", entry.decision().decidedOn());
        json.put("issuer", entry.decision().issuer());
        json.put("counts", entry.standing());
        json.put("reason", entry.reason());
        return json;
    }

    static Map<String, Object> of(Commitment one) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", Long.toString(one.id()));
        json.put("unit", one.unit().toString());
        json.put("year", one.year());
        json.put("countedOn", one.countedOn());
        json.put("people", one.people());
        json.put("units", one.units());
        json.put("correctedBy", one.correctedBy() == null ? null : Long.toString(one.correctedBy()));
        json.put("reason", one.reason());
        return json;
    }

    /** A list from the fields of the page, {@code stated.PASSED} and the like among them. */
    static SafetyLists.Draft draft(Map<String, String> fields, List<SafetyLists.Row> rows) {
        var year = number(fields.get("year"));
        var stated = new EnumMap<SafetyResult, Integer>(SafetyResult.class);
        for (var result : SafetyResult.values()) {
            Optional.ofNullable(number(fields.get("stated." + result))).ifPresent(many -> stated.put(result, many));
        }
        return new SafetyLists.Draft(
                new SafetyDecision(
                        kind(fields.get("kind")).orElse(null),
                        year == null ? 0 : year,
                        strip(fields.get("number")),
                        day(fields.get("decidedOn")),
                        strip(fields.get("issuer"))),
                stated,
                rows,
                fields.get("sent") != null);
    }

    static Optional<SafetyDecision.Kind> kind(String text) {
        return Stream.of(SafetyDecision.Kind.values())
                .filter(one -> one.name().equals(text))
                .findFirst();
    }

    static Integer number(String text) {
        return text != null && text.strip().matches("\\d{1,8}") ? Integer.valueOf(text.strip()) : null;
    }

    static LocalDate day(String text) {
        return WrittenDay.posted(text).orElse(null);
    }

    static String strip(String text) {
        return text == null ? null : text.strip();
    }
}
