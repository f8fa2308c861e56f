package vn.lantoa.commendation.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;

/**
 * The roll of honour: what was released and not annulled, with the decisions of bodies outside. A person is named only who agreed to it and has not
 * taken that back; a collective is no person.
 */
@Component
public class Honours {

    private static final int PAGE = 50;

    /** Corrected names in the place of the printed ones; units to practise in are left out. */
    private static final String ALL =
            """
            select * from (
             select i.id as line, d.dated, d.number, d.title_name, i.collective, i.unit_name,
              case when i.collective or n.public_name then coalesce(
               (select max(c.name) from award_decision_item c join award_decision cd on cd.id = c.decision_id
                where c.about_item_id = i.id and cd.kind = 'CORRECTION' and cd.state = 'RELEASED'
                 and cd.id = (select max(l.id) from award_decision l join award_decision_item li on li.decision_id = l.id
                  where li.about_item_id = i.id and l.kind = 'CORRECTION' and l.state = 'RELEASED')), i.name) end as name,
              u.name as issuer, n.proposer_id as proposer
             from award_decision_item i
             join award_decision d on d.id = i.decision_id
             join nomination n on n.id = i.nomination_id
             join unit u on u.id = d.unit_id
             where d.kind = 'AWARD' and d.state = 'RELEASED' and i.struck_reason is null
              and not exists (select 1 from award_decision_item a join award_decision ad on ad.id = a.decision_id
               where a.about_item_id = i.id and ad.kind = 'ANNULMENT' and ad.state = 'RELEASED' and a.struck_reason is null)
             union all
             select -n.id, n.outside_date, n.outside_number,
              (select max(t.name) from award_title t where t.code = n.title_code and t.valid_from =
               (select max(s.valid_from) from award_title s where s.code = n.title_code and s.valid_from <= n.outside_date)),
              e.collective, w.name,
              case when e.collective or n.public_name then e.name end, n.outside_issuer, n.proposer_id
             from nomination n
             join nominee e on e.nomination_id = n.id
             join unit w on w.id = e.unit_id
             where n.state = 'AWARDED' and n.outside_number is not null
            ) h where not exists (select 1 from practice_unit p where p.unit_id = h.proposer)""";

    private final JdbcClient jdbc;

    Honours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One honour.
     *
     * @param name null where the person did not agree to be named
     * @param unit where the recipient belongs
     * @param issuer who decided
     * @param proposer the unit that proposed it
     */
    public record Line(
            long line,
            LocalDate date,
            String number,
            String title,
            boolean collective,
            String unit,
            String name,
            String issuer,
            UnitId proposer) {

        static Line read(ResultSet row, int n) throws SQLException {
            return new Line(
                    row.getLong("line"),
                    row.getObject("dated", LocalDate.class),
                    row.getString("number"),
                    row.getString("title_name"),
                    row.getBoolean("collective"),
                    row.getString("unit_name"),
                    row.getString("name"),
                    row.getString("issuer"),
                    UnitId.of(row.getLong("proposer")));
        }
    }

    /** How many were honoured in a year. */
    public record Count(long collectives, long individuals, long unnamed) {}

    /** The years in which anybody was honoured, the newest first. */
    public List<Integer> years() {
        return jdbc.sql("select distinct extract(year from h2.dated) as y from (" + ALL + ") h2 order by y desc")
                .query((row, n) -> row.getInt("y"))
                .list();
    }

    /** How many in a year, and how many of them are not named. */
    @Transactional(readOnly = true)
    public Count count(int year) {
        return jdbc.sql(
                        "select sum(case when h2.collective then 1 else 0 end) as c, sum(case when h2.collective then 0 else 1 end) as i,"
                                + " sum(case when h2.name is null then 1 else 0 end) as u from (" + ALL
                                + ") h2 where h2.dated between ? and ?")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query((row, n) -> new Count(row.getLong("c"), row.getLong("i"), row.getLong("u")))
                .single();
    }

    /** The honours of a year, the newest decision first. */
    @Transactional(readOnly = true)
    public Page<Line> of(int year, String words, String after) {
        var start = after != null && after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
        var wanted = VietnameseText.words(words == null ? "" : words);
        if (wanted.isEmpty()) {
            var found = lines(year, " limit " + (PAGE + 1) + " offset " + start);
            return new Page<>(
                    found.subList(0, Math.min(PAGE, found.size())),
                    found.size() > PAGE ? String.valueOf(start + PAGE) : null);
        }
        var all = lines(year, "").stream().filter(line -> matches(line, wanted)).toList();
        var page = all.subList(Math.min(start, all.size()), Math.min(start + PAGE, all.size()));
        return new Page<>(page, start + PAGE < all.size() ? String.valueOf(start + PAGE) : null);
    }

    private List<Line> lines(int year, String part) {
        return jdbc.sql("select * from (" + ALL
                        + ") h2 where h2.dated between ? and ? order by h2.dated desc, h2.number, h2.collective desc, h2.line"
                        + part)
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(Line::read)
                .list();
    }

    private static boolean matches(Line line, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        var known = VietnameseText.words((line.name() == null ? "" : line.name()) + " " + line.unit() + " "
                + line.title() + " " + line.issuer());
        return wanted.stream().allMatch(word -> known.stream().anyMatch(one -> one.startsWith(word)));
    }
}
