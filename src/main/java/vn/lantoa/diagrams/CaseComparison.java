package vn.lantoa.diagrams;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.diagrams.Difference.Kind;
import vn.lantoa.engine.RehearsalTrace;
import vn.lantoa.engine.RehearsalTrace.Answer;
import vn.lantoa.engine.RehearsalTrace.Place;
import vn.lantoa.engine.RehearsalTrace.Step;
import vn.lantoa.engine.RehearsalTrace.Stop;
import vn.lantoa.engine.Rehearsals.Pair;

/** Compares how a case went by the version in service and how it would go by the draft. */
class CaseComparison {

    private final WorkingDays days;
    private final Map<String, Integer> daysBefore;
    private final Map<String, Integer> daysAfter;

    /** @param daysBefore working days a step is given, by its id, where the version says so */
    CaseComparison(WorkingDays days, Map<String, Integer> daysBefore, Map<String, Integer> daysAfter) {
        this.days = days;
        this.daysBefore = daysBefore;
        this.daysAfter = daysAfter;
    }

    /** Whether the recorded case can be followed at all, even by the version in service. */
    static boolean comparable(Pair pair) {
        var stop = pair.inService().stop();
        return stop == Stop.ENDED
                || stop == Stop.NOTHING_RECORDED && !pair.inService().steps().isEmpty();
    }

    List<Difference> of(String dossier, Pair pair) {
        var found = new ArrayList<Difference>();
        var before = pair.inService();
        var after = pair.draft();
        var stuck = stuckAt(before, after);
        steps(dossier, before, after, stuck, found);
        tables(dossier, before, after, found);
        if (after.stop() == Stop.FAILED || after.stop() == Stop.TOO_LONG) {
            var last = after.steps().isEmpty()
                    ? ""
                    : after.steps().get(after.steps().size() - 1).place().name();
            found.add(new Difference(
                    after.stop() == Stop.FAILED ? Kind.FAILED : Kind.TOO_LONG, dossier, last, "", "", false));
        } else if (stuck.isEmpty() && !ids(before.ends()).equals(ids(after.ends()))) {
            found.add(new Difference(Kind.END, dossier, "", names(before.ends()), names(after.ends()), false));
        }
        due(dossier, before, after, found);
        return found;
    }

    /** Steps at which only the draft waits: nothing is recorded for them. */
    private static List<Place> stuckAt(RehearsalTrace before, RehearsalTrace after) {
        var known = before.waiting().stream().map(Place::id).collect(Collectors.toSet());
        return after.waiting().stream()
                .filter(place -> !known.contains(place.id()))
                .toList();
    }

    private static void steps(
            String dossier, RehearsalTrace before, RehearsalTrace after, List<Place> stuck, List<Difference> found) {
        var stops = stuck.stream().map(Place::id).collect(Collectors.toSet());
        more(after, before)
                .forEach(place -> found.add(
                        new Difference(Kind.MORE_STEP, dossier, place.name(), "", "", stops.contains(place.id()))));
        // What comes after the place where the draft stands still is not missing: it is not known.
        if (stuck.isEmpty() && after.stop() != Stop.FAILED && after.stop() != Stop.TOO_LONG) {
            var fewer = more(before, after);
            fewer.forEach(place -> found.add(new Difference(Kind.FEWER_STEP, dossier, place.name(), "", "", false)));
            if (found.isEmpty() && !path(before).equals(path(after))) {
                found.add(new Difference(Kind.OTHER_ORDER, dossier, firstOther(before, after), "", "", false));
            }
        }
    }

    /** Places that the one comes to more often than the other, each once. */
    private static List<Place> more(RehearsalTrace one, RehearsalTrace other) {
        var left = new LinkedHashMap<String, Integer>();
        other.steps().forEach(step -> left.merge(step.place().id(), 1, Integer::sum));
        var found = new LinkedHashMap<String, Place>();
        for (var step : one.steps()) {
            if (left.merge(step.place().id(), -1, Integer::sum) < 0) {
                found.putIfAbsent(step.place().id(), step.place());
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> path(RehearsalTrace trace) {
        return trace.steps().stream().map(step -> step.place().id()).toList();
    }

    private static String firstOther(RehearsalTrace before, RehearsalTrace after) {
        for (var i = 0; i < after.steps().size() && i < before.steps().size(); i++) {
            var place = after.steps().get(i).place();
            if (!place.id().equals(before.steps().get(i).place().id())) {
                return place.name();
            }
        }
        return "";
    }

    private static void tables(String dossier, RehearsalTrace before, RehearsalTrace after, List<Difference> found) {
        var old = byTable(before);
        byTable(after).forEach((table, answers) -> {
            var known = old.getOrDefault(table, List.of());
            for (var i = 0; i < answers.size() && i < known.size(); i++) {
                if (!known.get(i).result().equals(answers.get(i).result())) {
                    var keys = new LinkedHashSet<>(known.get(i).result().keySet());
                    keys.addAll(answers.get(i).result().keySet());
                    var one = known.get(i).result();
                    var other = answers.get(i).result();
                    keys.removeIf(key -> java.util.Objects.equals(one.get(key), other.get(key)));
                    found.add(new Difference(
                            Kind.TABLE,
                            dossier,
                            answers.get(i).place().name(),
                            said(one, keys),
                            said(other, keys),
                            false));
                    return;
                }
            }
        });
    }

    private static Map<String, List<Answer>> byTable(RehearsalTrace trace) {
        return trace.tables().stream()
                .collect(Collectors.groupingBy(Answer::table, LinkedHashMap::new, Collectors.toList()));
    }

    private static String said(Map<String, Object> result, java.util.Set<String> keys) {
        return keys.stream()
                .map(key -> key + " = " + result.getOrDefault(key, "–"))
                .collect(Collectors.joining(", "));
    }

    private void due(String dossier, RehearsalTrace before, RehearsalTrace after, List<Difference> found) {
        if (daysBefore.equals(daysAfter)) {
            return;
        }
        var old = dues(before.steps(), daysBefore);
        dues(after.steps(), daysAfter).forEach((id, fresh) -> {
            var one = old.get(id);
            var was = one == null ? "" : one.day();
            if (!was.equals(fresh.day()) && one != null) {
                found.add(new Difference(Kind.DUE, dossier, fresh.name(), was, fresh.day(), false));
            }
        });
    }

    private record Due(String name, String day) {}

    /** When each step was first due; one without working days of its own is due on no day. */
    private Map<String, Due> dues(List<Step> steps, Map<String, Integer> given) {
        var dues = new LinkedHashMap<String, Due>();
        for (var step : steps) {
            var number = given.get(step.place().id());
            var since = LocalDate.ofInstant(step.since(), VietnamTime.ZONE);
            dues.putIfAbsent(
                    step.place().id(),
                    new Due(
                            step.place().name(),
                            number == null ? "–" : days.plus(since, number).toString()));
        }
        return dues;
    }

    private static List<String> ids(List<Place> places) {
        return places.stream().map(Place::id).toList();
    }

    private static String names(List<Place> places) {
        return places.stream().map(Place::name).collect(Collectors.joining(", "));
    }
}
