package vn.lantoa.models.safety.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.lantoa.models.safety.SafetyDecision;
import vn.lantoa.models.safety.SafetyLists;
import vn.lantoa.models.safety.SafetyResult;

/**
 * The list of a decision as the API takes it.
 *
 * @param totals what the document states, by {@link SafetyResult}: each result of its kind, 0 too
 * @param sent whether approved files not yet recorded as sent were sent; null for no
 */
record Listed(
        String kind,
        Integer year,
        String number,
        String decidedOn,
        String issuer,
        Map<String, Integer> totals,
        List<Line> rows,
        Boolean sent) {

    /** @param unit code of a unit of ours, null for a place or when its name says enough */
    record Line(String object, String unit, String name, String result) {}

    SafetyLists.Draft draft() {
        var stated = new EnumMap<SafetyResult, Integer>(SafetyResult.class);
        if (totals != null) {
            for (var result : SafetyResult.values()) {
                if (totals.get(result.name()) != null) {
                    stated.put(result, totals.get(result.name()));
                }
            }
        }
        var given = rows == null ? List.<Line>of() : rows;
        return new SafetyLists.Draft(
                new SafetyDecision(
                        SafetyJson.kind(kind).orElse(null),
                        year == null ? 0 : year,
                        number,
                        SafetyJson.day(decidedOn),
                        issuer),
                stated,
                IntStream.range(0, given.size())
                        .mapToObj(i -> new SafetyLists.Row(
                                i + 1,
                                given.get(i).object(),
                                given.get(i).unit(),
                                given.get(i).name(),
                                given.get(i).result()))
                        .toList(),
                Boolean.TRUE.equals(sent));
    }
}
