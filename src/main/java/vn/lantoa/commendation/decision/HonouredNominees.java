package vn.lantoa.commendation.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.HonouredPeople;
import vn.lantoa.organization.UnitId;

/** Persons who may be named, by the roll of honour's rule: released, not annulled, agreed to and not taken back. A collective is no person. */
@Component
class HonouredNominees implements HonouredPeople {

    private static final String NAMED =
            """
            select n.number, e.name, e.unit_id, w.name as unit_name,
             coalesce(d.title_name, (select max(t.name) from award_title t where t.code = n.title_code)) as title,
             coalesce(d.number, n.outside_number) as decision, coalesce(d.dated, n.outside_date) as dated
            from nomination n
            join nominee e on e.nomination_id = n.id
            join unit w on w.id = e.unit_id
            left join award_decision_item i on i.nomination_id = n.id and i.about_item_id is null and i.struck_reason is null
             and exists (select 1 from award_decision x where x.id = i.decision_id and x.kind = 'AWARD' and x.state = 'RELEASED')
             and not exists (select 1 from award_decision_item a join award_decision ad on ad.id = a.decision_id
              where a.about_item_id = i.id and ad.kind = 'ANNULMENT' and ad.state = 'RELEASED' and a.struck_reason is null)
            left join award_decision d on d.id = i.decision_id
            where n.number in (:numbers) and n.public_name and n.erased_at is null and e.name is not null and not e.collective
             and not exists (select 1 from nominee_consent c where c.nomination_id = n.id and c.withdrawn_on is not null)
             and (d.id is not null or n.state = 'AWARDED' and n.outside_number is not null)""";

    private final JdbcClient jdbc;

    HonouredNominees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Honoured> find(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(NAMED)
                        .param("numbers", numbers.stream().distinct().toList())
                        .query((row, n) -> new Honoured(
                                row.getString("number"),
                                row.getString("name"),
                                UnitId.of(row.getLong("unit_id")),
                                row.getString("unit_name"),
                                row.getString("title"),
                                row.getString("decision"),
                                row.getObject("dated", LocalDate.class)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Honoured::number, Function.identity(), (one, other) -> one));
    }
}
