package vn.lantoa.commendation.slate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.AwardQuota;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.Quotas;
import vn.lantoa.commendation.Review;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.Sex;
import vn.lantoa.organization.UnitId;

/** What the marks of a list add up to: shares, and the places of each title. */
@Component
class Tallies {

    private final Quotas quotas;

    Tallies(Quotas quotas) {
        this.quotas = quotas;
    }

    Slate.Counters of(UnitId unit, Season season, List<Slate.Line> lines, Map<NominationId, Nominee> nominees) {
        var proposed = lines.stream()
                .filter(line -> line.mark() == Review.Mark.PROPOSE)
                .toList();
        var persons = proposed.stream()
                .map(line -> nominees.get(line.id()))
                .filter(nominee -> !nominee.collective())
                .toList();
        var places = lines.stream()
                .collect(Collectors.groupingBy(Slate.Line::titleCode, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> quota(unit, season, one.getKey(), one.getValue()))
                .toList();
        return new Slate.Counters(
                lines.size(),
                proposed.size(),
                count(lines, Review.Mark.RESERVE),
                count(lines, Review.Mark.NOT_THIS_TIME),
                persons.size(),
                (int) persons.stream().filter(Nominee::directWorker).count(),
                (int) persons.stream().filter(one -> one.sex() == Sex.FEMALE).count(),
                places);
    }

    private Slate.Quota quota(UnitId unit, Season season, String title, List<Slate.Line> lines) {
        var allowed = quotas.places(title, unit);
        return new Slate.Quota(
                lines.get(0).title(),
                allowed.map(AwardQuota::places).orElse(null),
                allowed.filter(AwardQuota::own).map(AwardQuota::basis).orElse(null),
                quotas.taken(title, unit, season.id()),
                count(lines, Review.Mark.PROPOSE));
    }

    private static int count(List<Slate.Line> lines, Review.Mark mark) {
        return (int) lines.stream().filter(line -> line.mark() == mark).count();
    }
}
