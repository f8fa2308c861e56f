package vn.lantoa.models.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;

/** The kinds as they stand on the shelf: what can be copied, and where each of them lives. Open to all who signed in. */
@Component
public class KindShelf {

    private static final String LIVING =
            """
            select s.kind_id, sum(case when s.state <> 'REVIEW_OVERDUE' then 1 else 0 end) as sites,
             sum(case when s.state <> 'REVIEW_OVERDUE' then s.groups_count else 0 end) as groups_sum,
             sum(case when s.state <> 'REVIEW_OVERDUE' then s.members_count else 0 end) as members_sum,
             sum(case when s.state = 'REVIEW_OVERDUE' then 1 else 0 end) as overdue,
             count(distinct b.id) as provinces
            from model_site s
            left join (select c.descendant_id, p.id from unit_closure c join unit p on p.id = c.ancestor_id
             where p.level = 2 and p.closed_on is null) b on b.descendant_id = s.unit_id
            where s.state in ('ACTIVE', 'NEEDS_REPAIR', 'REVIEW_OVERDUE') and s.kind_id in (:kinds)
             and s.unit_id not in (select pu.unit_id from practice_unit pu)
            group by s.kind_id""";

    private static final String BY_BRANCH =
            """
            select b.id, b.name, sum(case when s.state <> 'REVIEW_OVERDUE' then 1 else 0 end) as sites,
             sum(case when s.state <> 'REVIEW_OVERDUE' then s.groups_count else 0 end) as groups_sum,
             sum(case when s.state <> 'REVIEW_OVERDUE' then s.members_count else 0 end) as members_sum,
             sum(case when s.state = 'REVIEW_OVERDUE' then 1 else 0 end) as overdue
            from model_site s
            join unit_closure c on c.descendant_id = s.unit_id
            join unit b on b.id = c.ancestor_id and b.level = 2 and b.closed_on is null
            where s.kind_id = ? and s.state in ('ACTIVE', 'NEEDS_REPAIR', 'REVIEW_OVERDUE')
             and s.unit_id not in (select pu.unit_id from practice_unit pu)
            group by b.id, b.name, b.sort_key order by b.sort_key, b.id""";

    private final JdbcClient jdbc;
    private final ModelKinds kinds;
    private final KindPictures pictures;

    KindShelf(JdbcClient jdbc, ModelKinds kinds, KindPictures pictures) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.pictures = pictures;
    }

    /** What lives of a kind in one branch of level 2; sites overdue for review are counted apart. */
    public record Branch(UnitId unit, String name, long sites, long groups, long members, long overdue) {}

    /** A site of a kind that was named an exemplar, with the newest year of it. */
    public record Exemplary(SiteId site, String name, String unit, int year) {}

    /** Sites that are alive and were held up as examples, this year's first: the register of exemplars is a part of its own, its table is shared. */
    public List<Exemplary> exemplary(KindId id) {
        return jdbc.sql(
                        """
                        select s.id, s.name, u.name as unit_name, max(e.year_no) as newest from exemplar e
                        join model_site s on s.id = e.site_id join unit u on u.id = s.unit_id
                        where s.kind_id = ? and s.state in ('ACTIVE', 'NEEDS_REPAIR', 'REVIEW_OVERDUE')
                        group by s.id, s.name, u.name order by newest desc, s.id""")
                .param(id.value())
                .query((row, n) -> new Exemplary(
                        SiteId.of(row.getLong("id")),
                        row.getString("name"),
                        row.getString("unit_name"),
                        row.getInt("newest")))
                .list();
    }

    /** Every kind that goes on as itself. */
    List<ModelKind> all() {
        return kinds.standing();
    }

    /** Kinds called nearly as this one, which may be the same. */
    public List<ModelKind> alike(ModelKind kind) {
        return KindLikeness.near(kind.name(), kind.id(), all());
    }

    /** The kinds that go on as this one. */
    public List<String> mergedInto(KindId id) {
        return jdbc.sql("select name from model_kind where merged_into_id = ? order by folded, id")
                .param(id.value())
                .query(String.class)
                .list();
    }

    /**
     * A page of what can be taken over, by name.
     *
     * @param words beginnings of words of the name, without regard to diacritics
     * @param after the number the last page named, null at the start
     */
    @Transactional(readOnly = true)
    public Page<KindCard> page(String words, String after, int size) {
        var wanted = VietnameseText.words(words == null ? "" : words);
        var found = kinds.offered().stream()
                .filter(kind -> matches(kind, wanted))
                .sorted(Comparator.comparing((ModelKind kind) -> VietnameseText.sortKey(kind.name()))
                        .thenComparing(kind -> kind.id().value()))
                .toList();
        var start = Math.min(found.size(), after != null && after.matches("\\d{1,6}") ? Integer.parseInt(after) : 0);
        var end = Math.min(found.size(), start + size);
        return new Page<>(cards(found.subList(start, end)), end < found.size() ? String.valueOf(end) : null);
    }

    private static boolean matches(ModelKind kind, List<String> wanted) {
        var words = VietnameseText.words(kind.name());
        return wanted.stream().allMatch(word -> words.stream().anyMatch(one -> one.startsWith(word)));
    }

    /** One kind with what lives of it. */
    public KindCard card(ModelKind kind) {
        return cards(List.of(kind)).get(0);
    }

    private List<KindCard> cards(List<ModelKind> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var ids = shown.stream().map(kind -> kind.id().value()).toList();
        var captions = pictures.captions(ids);
        Map<Long, Function<ModelKind, KindCard>> living = jdbc
                .sql(LIVING)
                .param("kinds", ids)
                .query((row, n) -> {
                    var sites = row.getLong("sites");
                    var groups = row.getLong("groups_sum");
                    var members = row.getLong("members_sum");
                    var overdue = row.getLong("overdue");
                    var provinces = row.getLong("provinces");
                    Function<ModelKind, KindCard> card = kind -> new KindCard(
                            kind,
                            sites,
                            groups,
                            members,
                            overdue,
                            provinces,
                            captions.get(kind.id().value()));
                    return Map.entry(row.getLong("kind_id"), card);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return shown.stream()
                .map(kind -> living.getOrDefault(
                                kind.id().value(),
                                none -> new KindCard(
                                        none,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        captions.get(none.id().value())))
                        .apply(kind))
                .toList();
    }

    /** Where a kind lives, by province and sector union. */
    public List<Branch> branches(KindId id) {
        return jdbc.sql(BY_BRANCH)
                .param(id.value())
                .query((row, n) -> new Branch(
                        UnitId.of(row.getLong("id")),
                        row.getString("name"),
                        row.getLong("sites"),
                        row.getLong("groups_sum"),
                        row.getLong("members_sum"),
                        row.getLong("overdue")))
                .list();
    }
}
