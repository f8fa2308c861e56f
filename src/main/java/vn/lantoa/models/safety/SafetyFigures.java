package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.KnownFigures;
import vn.lantoa.organization.UnitId;

/**
 * Section III.4 of a unit's report: its own registration, assessment and result, its rating, what it signed, and the places that decisions it
 * entered name. A year belongs to the span in which its window ends, so that only the year's report has it. What nobody knows yet, such as a
 * result that is awaited, is left out.
 */
@Component
class SafetyFigures implements KnownFigures {

    private static final String SIGNED =
            """
            select count(*) as entries, coalesce(sum(people), 0) as people, coalesce(sum(units), 0) as units
            from safety_commitment where unit_id = :unit and corrected_by is null and counted_on between :from and :to""";

    private static final String PLACES =
            """
            select r.object, sum(case when r.result = 'PASSED' then 1 else 0 end) as passed from safety_result r
            join safety_decision d on d.id = r.decision_id where d.unit_id = :unit and r.unit_id is null and r.kind = 'RECOGNITION' and r.standing = 1
             and r.year_no = :year group by r.object""";

    private final JdbcClient jdbc;
    private final SafetyRules rules;

    SafetyFigures(JdbcClient jdbc, SafetyRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    @Override
    public String source() {
        return "safety";
    }

    @Override
    public Map<String, Integer> of(UnitId unit, LocalDate from, LocalDate to) {
        var facts = new HashMap<String, Integer>();
        IntStream.rangeClosed(from.getYear(), to.getYear()).forEach(year -> {
            if (endsWithin(SafetyObject.DN, year, from, to)) {
                standing(unit, year, facts);
            }
            places(unit, year, from, to, facts);
        });
        signed(unit, from, to, facts);
        var figures = new HashMap<String, Integer>();
        jdbc.sql(
                        "select fact, indicator from safety_indicator where valid_from <= :on and (valid_to is null or valid_to >= :on)")
                .param("on", to)
                .query(row -> {
                    var amount = facts.get(row.getString("fact"));
                    if (amount != null) {
                        figures.merge(row.getString("indicator"), amount, Integer::sum);
                    }
                });
        return figures;
    }

    private boolean endsWithin(SafetyObject object, int year, LocalDate from, LocalDate to) {
        return rules.window(object, year)
                .filter(window -> !window.to().isBefore(from) && !window.to().isAfter(to))
                .isPresent();
    }

    private void standing(UnitId unit, int year, Map<String, Integer> facts) {
        jdbc.sql(SafetyStanding.BY_UNIT.replace("group by", "where s.unit_id = :unit group by"))
                .param("year", year)
                .param("unit", unit.value())
                .query(row -> {
                    var unsent = row.getInt("unsent") == 1;
                    var decided = row.getInt("passed") + row.getInt("failed") == 1;
                    if (row.getInt("registered") == 1) {
                        facts.put("REGISTERED", 1);
                    }
                    if (row.getInt("assessed") == 1 || unsent) {
                        facts.put("ASSESSED", row.getInt("assessed"));
                    }
                    if (decided || unsent) {
                        facts.put("RECOGNISED", row.getInt("passed"));
                    }
                    var rated = SafetyResult.of(SafetyDecision.Kind.RATING);
                    var classes = new HashMap<String, Integer>();
                    for (var one : rated) {
                        classes.put(one.name(), row.getInt(one.name().toLowerCase(java.util.Locale.ROOT)));
                    }
                    if (classes.containsValue(1)) {
                        facts.putAll(classes);
                    }
                });
    }

    private void places(UnitId unit, int year, LocalDate from, LocalDate to, Map<String, Integer> facts) {
        jdbc.sql(PLACES).param("unit", unit.value()).param("year", year).query(row -> {
            var object = SafetyObject.valueOf(row.getString("object"));
            if (endsWithin(object, year, from, to)) {
                facts.put(object.name(), row.getInt("passed"));
            }
        });
    }

    private void signed(UnitId unit, LocalDate from, LocalDate to, Map<String, Integer> facts) {
        jdbc.sql(SIGNED)
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    if (row.getInt("entries") > 0) {
                        facts.put("PEOPLE", row.getInt("people"));
                        facts.put("UNITS", row.getInt("units"));
                    }
                });
    }
}
