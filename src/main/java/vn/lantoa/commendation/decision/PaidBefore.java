package vn.lantoa.commendation.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.AwardTitle;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.decision.Payments.Payment;
import vn.lantoa.commendation.decision.Payments.Person;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/**
 * Of several awards of one nominee for the same time and achievement only the highest is paid (NĐ 152/2025/NĐ-CP Điều 49(5)–(7); ADR 48): a later one
 * pays what is missing to its own sum, an annulled one gives back what goes beyond the highest that is left.
 */
@Component
class PaidBefore {

    /** So many decisions are named on a line; nobody has more awards for one time. */
    private static final int NAMED = 8;

    private final Payments payments;
    private final DecisionRows rows;
    private final AwardTitles titles;
    private final Units units;
    private final JdbcClient jdbc;

    PaidBefore(Payments payments, DecisionRows rows, AwardTitles titles, Units units, JdbcClient jdbc) {
        this.payments = payments;
        this.rows = rows;
        this.titles = titles;
        this.units = units;
        this.jdbc = jdbc;
    }

    /**
     * What each line of a decision on an award pays.
     *
     * @param full what a line would pay by itself
     * @param on the decision's date, whose rules hold
     */
    List<DecisionItem> due(
            Decision decision, List<DecisionItem> items, Function<DecisionItem, Long> full, LocalDate on) {
        var known = known(decision, items);
        var title = title(decision, on);
        var rules = rules(on);
        return items.stream()
                .map(item -> {
                    var whole = full.apply(item);
                    var before = whole == 0 || item.apart() != null
                            ? List.<Payment>of()
                            : known.of(item, same(item, title, rules));
                    var pays = PrizeMoney.due(whole, held(before));
                    return item.paying(pays, whole, pays < whole ? named(before) : null);
                })
                .toList();
    }

    /** What is given back of each line that a decision annuls; {@link DecisionItem#full()} is what the line had paid. */
    List<DecisionItem> givenBack(Decision annulment, List<DecisionItem> items) {
        var about = rows.find(annulment.about()).orElseThrow();
        var title = title(about, about.dated());
        var rules = rules(about.dated());
        var annulled = rows.items(about.id()).stream().collect(Collectors.toMap(DecisionItem::id, line -> line));
        var going = items.stream()
                .filter(DecisionItem::stands)
                .map(DecisionItem::about)
                .collect(Collectors.toSet());
        var known = known(annulment, items);
        return items.stream()
                .map(item -> {
                    var line = annulled.get(item.about());
                    var paid = Objects.requireNonNullElse(line.amount(), 0L);
                    var others = line.apart() != null
                            ? List.<Payment>of()
                            : known.of(item, same(item, title, rules).and(one -> one.item() != line.id()));
                    var left = others.stream()
                            .filter(one -> !one.sums().annulled() && !going.contains(one.item()))
                            .mapToLong(one -> one.sums().full())
                            .max()
                            .orElse(0);
                    return item.paying(PrizeMoney.givenBack(paid + held(others), left), paid, null);
                })
                .toList();
    }

    /** Who the nominees of a list are, and what people of their names were paid. */
    private record Known(Map<NominationId, Person> persons, List<Payment> payments, Units units) {

        List<Payment> of(DecisionItem item, Predicate<Payment> which) {
            var person = persons.get(item.nomination());
            return person == null
                    ? List.of()
                    : payments.stream()
                            .filter(which)
                            .filter(one -> same(person, one.person()))
                            .toList();
        }

        /** Collectives of one name are one only where one unit lies in the other. */
        private boolean same(Person one, Person other) {
            return one.folded().equals(other.folded())
                    && one.collective() == other.collective()
                    && one.born() == other.born()
                    && (!one.collective() || inLine(one.unit(), other.unit()));
        }

        private boolean inLine(UnitId one, UnitId other) {
            return one.equals(other) || units.isWithin(one, other) || units.isWithin(other, one);
        }
    }

    private Known known(Decision decision, List<DecisionItem> items) {
        var persons = payments.persons(
                items.stream().map(DecisionItem::nomination).distinct().toList());
        var names = persons.values().stream().map(Person::folded).distinct().toList();
        return new Known(persons, payments.of(decision.unit(), names), units);
    }

    /** The same time, of what only the highest is paid for; awards of different kinds are given for different achievements. */
    private static Predicate<Payment> same(DecisionItem item, AwardTitle title, Map<String, String> rules) {
        return one -> item.from() != null
                && item.to() != null
                && item.from().equals(one.from())
                && item.to().equals(one.to())
                && "HIGHEST".equals(rules.get(together(title, one.title())))
                && (title.form().emulationTitle()
                        || one.title().form().emulationTitle()
                        || title.kind() == one.title().kind());
    }

    private static String together(AwardTitle one, AwardTitle other) {
        if (one.form().emulationTitle() != other.form().emulationTitle()) {
            return "TITLE_AND_AWARD";
        }
        return one.form().emulationTitle() ? "TITLES" : "AWARDS";
    }

    private static long held(List<Payment> before) {
        return before.stream().mapToLong(one -> one.sums().held()).sum();
    }

    private static String named(List<Payment> before) {
        return before.stream()
                .filter(one -> !one.sums().annulled() && one.sums().amount() > 0)
                .map(Payment::by)
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
    }

    private AwardTitle title(Decision decision, LocalDate on) {
        return titles.find(decision.title(), on)
                .or(() -> titles.lastKnown(decision.title()))
                .orElseThrow();
    }

    /** What is paid of awards that come together, by the rows in force; without a row each is paid. */
    private Map<String, String> rules(LocalDate on) {
        return jdbc
                .sql("select together, pays from award_together_rule where valid_from <= :on"
                        + " and (valid_to is null or valid_to >= :on)")
                .param("on", on)
                .query((row, n) -> Map.entry(row.getString("together"), row.getString("pays")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
