package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.CaseMoves.MoveRefused;
import vn.lantoa.engine.CaseMoves.Reason;

/** What a move of running cases would do: really moved, and always rolled back. */
@Component
public class MoveForecasts {

    private static final String LEAVES = "select e.proc_inst_id_ as instance, e.act_id_ as step from act_ru_execution e"
            + " where e.proc_def_id_ = ? and e.act_id_ is not null"
            + " and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_)"
            + " order by e.proc_inst_id_";

    private final Migrations migrations;
    private final Deployments deployments;
    private final JdbcClient jdbc;
    private final TransactionTemplate dry;

    MoveForecasts(
            Migrations migrations, Deployments deployments, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.migrations = migrations;
        this.deployments = deployments;
        this.jdbc = jdbc;
        this.dry = new TransactionTemplate(transactions);
        this.dry.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Where cases of one version stand together. @param refused why none of them can go; empty when all can */
    public record Standing(Set<String> steps, int cases, List<Reason> refused) {}

    /**
     * Which cases of a version could go to a draft, which is put into service for a moment that nobody sees: tried out with one case of
     * each kind.
     *
     * @throws ModelRefused when the draft could not come into service at all
     */
    public List<Standing> forecast(String source, String process, List<ModelFile> draft) {
        var groups = groups(source);
        var refused = new LinkedHashMap<Set<String>, List<Reason>>();
        while (!refused.keySet().containsAll(groups.keySet())) {
            // A refusal ends its transaction, so that what is left is tried in another one.
            dry.executeWithoutResult(status -> {
                status.setRollbackOnly();
                TaskNews.silently(() -> tryEach(groups, refused, source, deployments.release(process, draft)));
            });
        }
        return groups.entrySet().stream()
                .map(group -> new Standing(group.getKey(), group.getValue().size(), refused.get(group.getKey())))
                .toList();
    }

    /** Where the cases of a version stand, without a word on where they could go. */
    public List<Standing> standing(String definition) {
        return groups(definition).entrySet().stream()
                .map(group -> new Standing(group.getKey(), group.getValue().size(), List.of()))
                .toList();
    }

    private Map<Set<String>, List<String>> groups(String definition) {
        var groups = new LinkedHashMap<Set<String>, List<String>>();
        leaves(definition).forEach((instance, steps) -> groups.computeIfAbsent(steps, first -> new ArrayList<>())
                .add(instance));
        return groups;
    }

    private void tryEach(
            Map<Set<String>, List<String>> groups,
            Map<Set<String>, List<Reason>> refused,
            String source,
            String target) {
        var plan = migrations.plan(source, target);
        for (var group : groups.entrySet()) {
            if (!refused.containsKey(group.getKey())) {
                try {
                    migrations.run(plan, group.getValue().get(0));
                    refused.put(group.getKey(), List.of());
                } catch (MoveRefused e) {
                    refused.put(group.getKey(), e.reasons());
                    return;
                } catch (OptimisticLockingException e) {
                    // Somebody just acts on this very case: it is counted as one that can go, and looked at again when
                    // it is moved.
                    refused.put(group.getKey(), List.of());
                    return;
                }
            }
        }
    }

    private Map<String, Set<String>> leaves(String definition) {
        var leaves = new LinkedHashMap<String, Set<String>>();
        jdbc.sql(LEAVES)
                .param(definition)
                .query((row, n) -> Map.entry(row.getString("instance"), row.getString("step")))
                .list()
                .forEach(leaf -> leaves.computeIfAbsent(leaf.getKey(), first -> new TreeSet<>())
                        .add(leaf.getValue().replaceAll("#.*", "")));
        return leaves;
    }
}
