package vn.lantoa.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;

/** Every dated rule there is, and the one way to change one: looked at, shown what it does, written as a new row, remembered. */
@Component
public class Rulebook {

    private final List<RuleTable> tables;
    private final List<RuleEffects> effects;
    private final RuleHistory history;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rulebook(
            List<RuleTable> tables,
            List<RuleEffects> effects,
            RuleHistory history,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables.stream()
                .sorted(Comparator.comparingInt(RuleTable::position))
                .toList();
        this.effects = effects;
        this.history = history;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    public List<RuleTable> tables() {
        return tables;
    }

    public Optional<RuleTable> find(String code) {
        return tables.stream().filter(table -> table.code().equals(code)).findFirst();
    }

    /**
     * What a change would do; nothing is changed.
     *
     * @throws NotVisible when there is no such table or rule, or the branch is not the person's
     * @throws vn.lantoa.organization.NotAllowed when the person may not change it
     */
    @Transactional(readOnly = true)
    public RuleAnswer propose(Actor actor, RuleDraft draft) {
        require(actor, draft);
        var plan = plan(draft);
        return plan.refusals().isEmpty()
                ? new RuleAnswer.Preview(sentences(table(draft.table()), plan))
                : new RuleAnswer.Refused(plan.refusals());
    }

    /**
     * Changes a rule; what {@link #propose} checked is checked again.
     *
     * @throws NotVisible when there is no such table or rule, or the branch is not the person's
     * @throws vn.lantoa.organization.NotAllowed when the person may not change it
     */
    @Transactional
    public RuleAnswer save(Actor actor, RuleDraft draft) {
        require(actor, draft);
        history.lock();
        var plan = plan(draft);
        if (!plan.refusals().isEmpty()) {
            return new RuleAnswer.Refused(plan.refusals());
        }
        write(actor, table(draft.table()), plan);
        return new RuleAnswer.Saved();
    }

    /** An administrator has looked at a table and leaves it as it is; this too is remembered. */
    @Transactional
    public void confirm(Actor actor, String code) {
        access.require(actor, Right.OPERATE);
        var table = table(code);
        history.add(actor, table.code(), "", null, RuleAct.CONFIRMED, null, null);
        tell(actor, table, "", null, RuleAct.CONFIRMED);
    }

    /** Who changed what in a table, newest first. */
    @Transactional(readOnly = true)
    public List<RuleEntry> historyOf(RuleTable table) {
        return history.of(table.code());
    }

    /** Whether anybody of this installation ever changed or confirmed this table. */
    public boolean looked(String code) {
        return history.any(code);
    }

    private void require(Actor actor, RuleDraft draft) {
        if (draft.unit() == null) {
            access.require(actor, Right.OPERATE);
        } else {
            access.require(actor, Right.SEE_UNIT, Right.MANAGE_RULES, draft.unit());
        }
        if (table(draft.table()).ofBranches() != (draft.unit() != null)) {
            throw new NotVisible("rules " + draft.table());
        }
    }

    private RuleTable table(String code) {
        return find(code).orElseThrow(() -> new NotVisible("rules " + code));
    }

    private RulePlan plan(RuleDraft draft) {
        var table = table(draft.table());
        var today = LocalDate.now(clock);
        var siblings = siblings(table, draft);
        var plan = new RulePlan(table, today, siblings);
        var corrects = RuleColumn.dateOf(draft.corrects()).orElse(null);
        if (draft.ends()) {
            var row = siblings.stream()
                    .filter(one -> one.from().equals(corrects))
                    .findFirst()
                    .orElseThrow(() -> new NotVisible("rule of " + draft.table() + " from " + corrects));
            plan.end(row, RuleColumn.dateOf(draft.to()).orElse(null), row.basis());
            return plan;
        }
        var reader = new RuleReader(table, draft);
        var wanted = reader.row(siblings.isEmpty() ? null : siblings.get(siblings.size() - 1));
        plan.refusals().addAll(reader.refusals());
        if (siblings.isEmpty() && !table.open() && !table.ofBranches()) {
            throw new NotVisible("rule of " + draft.table());
        }
        if (plan.refusals().isEmpty()) {
            plan.set(wanted, corrects);
        }
        if (plan.refusals().isEmpty()) {
            table.check(wanted).ifPresent(plan.refusals()::add);
        }
        return plan;
    }

    private static List<RuleRow> siblings(RuleTable table, RuleDraft draft) {
        var named = new RuleRow(draft.unit(), draft.values(), null, null, null, null);
        return table.rows().stream()
                .filter(row -> table.keyOf(row).equals(table.keyOf(named))
                        && (row.unit() == null
                                ? draft.unit() == null
                                : row.unit().equals(draft.unit())))
                .sorted(Comparator.comparing(RuleRow::from))
                .toList();
    }

    private List<RuleSentence> sentences(RuleTable table, RulePlan plan) {
        var sentences = new ArrayList<RuleSentence>(new RuleWordsOfChange(table).of(plan));
        var after = plan.act() == RuleAct.WITHDRAWN && plan.reopened().isPresent()
                ? plan.reopened().get()
                : plan.after();
        effects.forEach(one -> sentences.addAll(one.effects(table, plan.before(), after)));
        return sentences;
    }

    private void write(Actor actor, RuleTable table, RulePlan plan) {
        switch (plan.act()) {
            case ADDED -> {
                plan.closed().ifPresent(table::close);
                table.insert(plan.after());
            }
            case CORRECTED -> table.correct(plan.after());
            case ENDED -> table.close(plan.after());
            case WITHDRAWN -> {
                table.remove(plan.after());
                plan.reopened().ifPresent(table::close);
            }
            case CONFIRMED -> throw new IllegalStateException("nothing to write");
        }
        var key = table.keyOf(plan.after());
        var becomes = plan.act() == RuleAct.WITHDRAWN ? null : text(plan.after());
        history.add(
                actor,
                table.code(),
                key,
                plan.after(),
                plan.act(),
                plan.before().map(Rulebook::text).orElse(null),
                becomes);
        tell(actor, table, key, plan.after(), plan.act());
    }

    private void tell(Actor actor, RuleTable table, String key, RuleRow row, RuleAct act) {
        var facts = row == null
                ? Map.of("act", act.name())
                : Map.of(
                        "act", act.name(),
                        "key", key,
                        "from", row.from().toString(),
                        "to", row.to() == null ? "" : row.to().toString(),
                        "values", text(row));
        events.publishEvent(
                new RuleChanged(actor, table.code(), key, row == null ? null : row.unit(), act.name(), facts));
    }

    private static String text(RuleRow row) {
        return row.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("\n"));
    }
}
