package vn.lantoa.commendation.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.AwardTitle;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.organization.UnitId;

/** What was paid to whom for which time: by released decisions, and by those of bodies outside that were entered. */
@Component
class Payments {

    private static final String WHO = "e.nomination_id, e.folded, e.collective, e.birth_year, e.unit_id";
    private static final String OF_BRANCH = " and e.folded in (:folded) and exists (select 1 from unit_closure c"
            + " where c.descendant_id = n.proposer_id and c.ancestor_id = :branch)";

    private final JdbcClient jdbc;
    private final AwardTitles titles;

    Payments(JdbcClient jdbc, AwardTitles titles) {
        this.jdbc = jdbc;
        this.titles = titles;
    }

    /** By what two nominees are held to be one: the rule of duplicates, the unit to tell collectives of one name apart. */
    record Person(String folded, boolean collective, int born, UnitId unit) {

        static Person read(ResultSet row) throws SQLException {
            return new Person(
                    row.getString("folded"),
                    row.getBoolean("collective"),
                    row.getInt("birth_year"),
                    UnitId.of(row.getLong("unit_id")));
        }
    }

    /**
     * One payment.
     *
     * @param item the line of the decision, 0 of a decision from outside
     * @param by the decision in figures, the same in every language: "12/QĐ-LĐLĐ (18/12/2026)"
     */
    record Payment(long item, Person person, LocalDate from, LocalDate to, AwardTitle title, String by, Sums sums) {}

    /**
     * In đồng.
     *
     * @param full what it would have paid by itself
     * @param back what was given back after an annulment
     */
    record Sums(long amount, long full, long back, boolean annulled) {

        /** What the nominee still holds of it. */
        long held() {
            return amount - back;
        }
    }

    /** Who is nominated; those whose data were erased are left out. */
    Map<NominationId, Person> persons(Collection<NominationId> nominations) {
        var persons = new HashMap<NominationId, Person>();
        if (!nominations.isEmpty()) {
            jdbc.sql("select " + WHO + " from nominee e where e.folded is not null and e.nomination_id in (:ids)")
                    .param("ids", values(nominations))
                    .query(row -> {
                        persons.put(NominationId.of(row.getLong("nomination_id")), Person.read(row));
                    });
        }
        return persons;
    }

    /** What people of these names were paid, of those whom units of a branch proposed; those found to be somebody else are left out. */
    List<Payment> of(UnitId branch, Collection<String> folded) {
        if (folded.isEmpty()) {
            return List.of();
        }
        var payments = new ArrayList<Payment>();
        payments.addAll(
                jdbc.sql("select i.id, i.period_from, i.period_to, i.amount, i.full_amount, d.title_code, d.dated,"
                                + " d.number, b.annulments, b.back, " + WHO + " from award_decision_item i"
                                + " join award_decision d on d.id = i.decision_id join nomination n on n.id = i.nomination_id"
                                + " join nominee e on e.nomination_id = n.id"
                                + " left join (select x.about_item_id, count(*) as annulments, sum(x.amount) as back"
                                + " from award_decision_item x join award_decision xd on xd.id = x.decision_id"
                                + " where xd.kind = 'ANNULMENT' and xd.state = 'RELEASED' and x.struck_reason is null"
                                + " group by x.about_item_id) b on b.about_item_id = i.id"
                                + " where d.kind = 'AWARD' and d.state = 'RELEASED' and i.struck_reason is null"
                                + " and i.apart_reason is null" + OF_BRANCH + " order by d.dated, i.id")
                        .param("folded", folded)
                        .param("branch", branch.value())
                        .query((row, n) -> released(row))
                        .list());
        payments.addAll(jdbc.sql("select n.period_from, n.period_to, n.title_code, n.outside_date, n.outside_number, "
                        + WHO
                        + " from nomination n join nominee e on e.nomination_id = n.id"
                        + " where n.state = 'AWARDED' and n.outside_number is not null" + OF_BRANCH + " order by n.id")
                .param("folded", folded)
                .param("branch", branch.value())
                .query((row, n) -> outside(row))
                .list());
        return payments;
    }

    /**
     * Holds these nominations and everybody of the same names until the transaction ends, so that of two decisions released at once one sees
     * what the other pays.
     */
    void hold(Collection<NominationId> nominations) {
        if (nominations.isEmpty()) {
            return;
        }
        jdbc.sql("select id from nomination where id in (:ids) order by id for update")
                .param("ids", values(nominations))
                .query(Long.class)
                .list();
        var folded = persons(nominations).values().stream()
                .map(Person::folded)
                .distinct()
                .toList();
        if (!folded.isEmpty()) {
            jdbc.sql("select nomination_id from nominee where folded in (:folded) order by nomination_id for update")
                    .param("folded", folded)
                    .query(Long.class)
                    .list();
        }
    }

    /** What was annulled before sums were told by the annulment was given back whole. */
    private Payment released(ResultSet row) throws SQLException {
        var amount = row.getLong("amount");
        var annulled = row.getInt("annulments") > 0;
        var back = row.getObject("back") == null ? amount : row.getLong("back");
        var full = row.getObject("full_amount") == null ? amount : row.getLong("full_amount");
        var dated = row.getObject("dated", LocalDate.class);
        return payment(
                row,
                row.getLong("id"),
                dated,
                title(row.getString("title_code"), dated),
                row.getString("number"),
                new Sums(amount, full, annulled ? back : 0, annulled));
    }

    /** A body outside pays what the table of its day says (NĐ 152/2025/NĐ-CP Điều 47(2)); no other sum is known here. */
    private Payment outside(ResultSet row) throws SQLException {
        var dated = row.getObject("outside_date", LocalDate.class);
        var title = title(row.getString("title_code"), dated);
        var ratio = title.ratio(row.getBoolean("collective"));
        var amount = titles.knownBaseSalary(dated)
                .map(salary -> PrizeMoney.of(ratio, salary))
                .orElse(0L);
        return payment(row, 0, dated, title, row.getString("outside_number"), new Sums(amount, amount, 0, false));
    }

    private static Payment payment(
            ResultSet row, long item, LocalDate dated, AwardTitle title, String number, Sums sums) throws SQLException {
        return new Payment(
                item,
                Person.read(row),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                title,
                number + " (" + WrittenDay.of(dated) + ")",
                sums);
    }

    private AwardTitle title(String code, LocalDate on) {
        return titles.find(code, on).or(() -> titles.lastKnown(code)).orElseThrow();
    }

    private static List<Long> values(Collection<NominationId> nominations) {
        return nominations.stream().map(NominationId::value).toList();
    }
}
