package vn.lantoa.models.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;

/** The sites of the catalogue: a page is one indexed statement, whatever is asked for and whoever asks. */
@Component
public class SiteCatalogue {

    static final int PAGE = 25;

    private static final String LINES =
            """
            select s.id, s.number, s.name, s.place, s.kind_id, k.name as kind_name, s.unit_id, u.name as unit_name,
             (select max(p.name) from unit_closure b join unit p on p.id = b.ancestor_id
              where b.descendant_id = s.unit_id and p.level = 2 and p.closed_on is null) as branch_name,
             s.state, s.recognised_level, s.groups_count, s.groups_qualifier, s.members_count, s.members_qualifier, s.review_due
            from model_site s join model_kind k on k.id = s.kind_id join unit u on u.id = s.unit_id""";

    private static final String FOUR =
            """
            count(distinct case when s.state %1$s then s.kind_id end) as %2$s_kinds,
            coalesce(sum(case when s.state %1$s then 1 else 0 end), 0) as %2$s_sites,
            coalesce(sum(case when s.state %1$s then s.groups_count else 0 end), 0) as %2$s_groups,
            coalesce(sum(case when s.state %1$s then s.members_count else 0 end), 0) as %2$s_members,
            """;

    private static final String COUNTS = "select " + FOUR.formatted("in ('ACTIVE', 'NEEDS_REPAIR')", "alive")
            + FOUR.formatted("= 'REVIEW_OVERDUE'", "overdue")
            + """
            coalesce(sum(case when s.state in (:alive) and (s.groups_qualifier <> 'EXACT' or s.members_qualifier <> 'EXACT') then 1 else 0 end), 0) as inexact,
            coalesce(sum(case when s.state in (:alive) then 0 else 1 end), 0) as others
            from model_site s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteCatalogue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page of 25 of the sites this person may see. */
    public Page<SiteLine> page(Actor actor, CatalogueFilter filter) {
        return page(actor, filter, PAGE);
    }

    Page<SiteLine> page(Actor actor, CatalogueFilter filter, int size) {
        var question = new CatalogueSql(actor, filter, LocalDate.now(clock));
        question.after(filter.after());
        var lines = jdbc.sql(statement(question, size))
                .params(question.params())
                .query(SiteLine::read)
                .list();
        return lines.size() <= size
                ? new Page<>(lines, null)
                : new Page<>(
                        lines.subList(0, size),
                        question.placeOf(lines.get(size - 1)).toString());
    }

    /** The one statement of a page; one row more tells whether another page follows. */
    static String statement(CatalogueSql question, int size) {
        return LINES + question.where() + question.order() + " limit " + (size + 1);
    }

    /** How many of what the filter asks for this person may see. */
    @Transactional(readOnly = true)
    public CatalogueCounts counts(Actor actor, CatalogueFilter filter) {
        var question = new CatalogueSql(actor, filter, LocalDate.now(clock));
        return jdbc.sql(COUNTS + question.where())
                .params(question.params())
                .query(CatalogueCounts::read)
                .single();
    }
}
