package vn.lantoa.models.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Who took a kind over from whom: its sites, each below the one it was taken over from. */
@Component
public class SpreadTree {

    /** A kind whose sites were taken over in a circle by mistaken entries is cut where the circle closes; no branch is deeper. */
    private static final int DEEPEST = 200;

    private final JdbcClient jdbc;

    SpreadTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One site in the tree.
     *
     * @param shown false for one that this person may not read: then only its place in the tree says anything
     * @param source null for a first one
     * @param since the day of its state
     */
    public record Site(
            SiteId id,
            String number,
            String name,
            UnitId unit,
            String unitName,
            SiteState state,
            LocalDate since,
            SiteId source,
            boolean shown) {}

    /**
     * A site with what was taken over from it.
     *
     * @param below how many sites stand below it, in all steps
     */
    public record Branch(Site site, List<Branch> taken, int below) {}

    /**
     * The whole tree of a kind.
     *
     * @param firsts the sites taken over from none, the largest branch first
     * @param sites how many stand in it
     * @param takenOver how many of them were taken over
     */
    public record Tree(List<Branch> firsts, int sites, int takenOver) {

        /**
         * The branch of one site.
         *
         * @throws NotVisible when it is none of this tree
         */
        public Branch branch(SiteId site) {
            return firsts.stream()
                    .flatMap(first -> find(first, site).stream())
                    .findFirst()
                    .orElseThrow(() -> new NotVisible("site " + site + " in this tree"));
        }

        private static List<Branch> find(Branch branch, SiteId site) {
            return branch.site().id().equals(site)
                    ? List.of(branch)
                    : branch.taken().stream()
                            .flatMap(one -> find(one, site).stream())
                            .toList();
        }
    }

    /** The tree as this person may see it. What nobody may see and nothing visible hangs on is left out. */
    public Tree of(Actor actor, KindId kind) {
        var sites = sites(actor, kind);
        var taken = new LinkedHashMap<SiteId, List<Site>>();
        var firsts = new ArrayList<Site>();
        for (var site : sites.values()) {
            if (site.source() == null || !sites.containsKey(site.source())) {
                firsts.add(site);
            } else {
                taken.computeIfAbsent(site.source(), source -> new ArrayList<>())
                        .add(site);
            }
        }
        var placed = new LinkedHashSet<SiteId>();
        var branches = branches(firsts, taken, placed, 0);
        var counted = branches.stream().mapToInt(SpreadTree::size).sum();
        return new Tree(branches, counted, counted - branches.size());
    }

    private static List<Branch> branches(
            List<Site> sites, Map<SiteId, List<Site>> taken, Set<SiteId> placed, int depth) {
        var branches = new ArrayList<Branch>();
        for (var site : sites) {
            if (placed.add(site.id()) && depth < DEEPEST) {
                var under = branches(taken.getOrDefault(site.id(), List.of()), taken, placed, depth + 1);
                var below = under.stream().mapToInt(SpreadTree::size).sum();
                if (site.shown() || below > 0) {
                    branches.add(new Branch(site, under, below));
                }
            }
        }
        branches.sort(java.util.Comparator.comparingInt(Branch::below).reversed());
        return Collections.unmodifiableList(branches);
    }

    private static int size(Branch branch) {
        return branch.below() + 1;
    }

    /** One read of the kind's sites, whatever hangs on them; those not yet begun are in no tree. */
    private Map<SiteId, Site> sites(Actor actor, KindId kind) {
        var reading = actor.branchIds(Right.SEE_MODEL);
        var sites = new LinkedHashMap<SiteId, Site>();
        jdbc.sql(
                        """
                        select s.id, s.number, s.name, s.unit_id, u.name as unit_name, s.state, s.state_since, s.source_site_id,
                            exists (select 1 from unit_closure c where c.descendant_id = s.unit_id and c.ancestor_id in (:own)) as own
                        from model_site s join unit u on u.id = s.unit_id
                        where s.kind_id = :kind and s.state not in ('DRAFT', 'SUBMITTED', 'WITHDRAWN', 'REJECTED') order by s.id""")
                .param("kind", kind.value())
                .param("own", reading.isEmpty() ? List.of(-1L) : reading)
                .query(row -> {
                    var state = SiteState.valueOf(row.getString("state"));
                    var source = row.getObject("source_site_id", Long.class);
                    var id = SiteId.of(row.getLong("id"));
                    sites.put(
                            id,
                            new Site(
                                    id,
                                    row.getString("number"),
                                    row.getString("name"),
                                    UnitId.of(row.getLong("unit_id")),
                                    row.getString("unit_name"),
                                    state,
                                    row.getObject("state_since", LocalDate.class),
                                    source == null ? null : SiteId.of(source),
                                    state.alive() || row.getBoolean("own")));
                });
        return sites;
    }
}
