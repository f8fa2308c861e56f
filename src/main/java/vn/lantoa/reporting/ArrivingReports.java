package vn.lantoa.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.UnitId;

/** Accepted reports of another installation held against what stands here, all of a package together. */
@Component
public class ArrivingReports {

    private static final String OF_BRANCH =
            "select r.* from report r join unit_closure c on c.descendant_id = r.unit_id"
                    + " and c.ancestor_id = :branch where r.period = :period";

    private final Statements statements;
    private final IndicatorCatalogue catalogue;
    private final JdbcClient jdbc;

    ArrivingReports(Statements statements, IndicatorCatalogue catalogue, JdbcClient jdbc) {
        this.statements = statements;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
    }

    /** What stands here where a report would come in. */
    public enum Standing {
        /** Nothing: it can come in. */
        FREE,
        /** The same figures, accepted. */
        SAME,
        /** Another report, or other figures: it is not written over. */
        OTHER
    }

    private record Slot(UnitId unit, String period) {}

    private record Asked(String period, LocalDate to) {

        static Asked by(AcceptedReport report) {
            return new Asked(report.period(), report.to());
        }
    }

    /** What stands here where reports of a branch would come in, by their units. */
    @Transactional(readOnly = true)
    public Map<UnitId, Standing> standings(UnitId branch, Map<UnitId, AcceptedReport> incoming) {
        var here = new HashMap<Slot, Report>();
        incoming.values().stream().map(AcceptedReport::period).distinct().forEach(period -> jdbc.sql(OF_BRANCH)
                .param("branch", branch.value())
                .param("period", period)
                .query(Report::read)
                .list()
                .forEach(report -> here.put(new Slot(report.unit(), period), report)));
        var asked = askedOf(incoming.values());
        var standings = new HashMap<UnitId, Standing>();
        incoming.forEach((unit, report) -> standings.put(
                unit, standing(here.get(new Slot(unit, report.period())), report, asked.get(Asked.by(report)))));
        return standings;
    }

    private Standing standing(Report here, AcceptedReport incoming, Set<String> asked) {
        if (here == null) {
            return Standing.FREE;
        }
        return statements
                        .lastSaid(here)
                        .figures()
                        .asAnswers()
                        .equals(figures(incoming, asked).asAnswers())
                ? Standing.SAME
                : Standing.OTHER;
    }

    /** Codes of figures that the lists of this installation do not ask for the periods of these reports. */
    @Transactional(readOnly = true)
    public List<String> unknown(Collection<AcceptedReport> incoming) {
        var asked = askedOf(incoming);
        return incoming.stream()
                .flatMap(report -> report.figures().keySet().stream()
                        .map(ArrivingReports::codeOf)
                        .filter(code -> !asked.get(Asked.by(report)).contains(code)))
                .distinct()
                .sorted()
                .toList();
    }

    /** The codes asked, looked up once for all reports of one period. */
    private Map<Asked, Set<String>> askedOf(Collection<AcceptedReport> incoming) {
        var asked = new HashMap<Asked, Set<String>>();
        incoming.forEach(report -> asked.computeIfAbsent(Asked.by(report), key -> codes(report)));
        return asked;
    }

    private Set<String> codes(AcceptedReport incoming) {
        return asked(incoming).stream().map(Indicator::code).collect(Collectors.toSet());
    }

    private static String codeOf(String key) {
        return key.split("\\.")[0];
    }

    /** What is asked here for its period. */
    List<Indicator> asked(AcceptedReport incoming) {
        return catalogue.inForce(
                ReportingPeriod.parse(incoming.period()).orElseThrow().kind(), incoming.to());
    }

    /** Its figures, without those that are not asked here. */
    Figures figures(AcceptedReport incoming) {
        return figures(incoming, codes(incoming));
    }

    private static Figures figures(AcceptedReport incoming, Set<String> asked) {
        var known = new LinkedHashMap<String, Object>();
        incoming.figures().forEach((key, figure) -> {
            if (asked.contains(codeOf(key))) {
                known.put(key, figure);
            }
        });
        return Figures.ofAnswers(known);
    }
}
