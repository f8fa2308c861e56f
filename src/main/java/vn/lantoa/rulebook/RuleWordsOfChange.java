package vn.lantoa.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says of any change what becomes of the row itself: which values, from when to when, which row it follows. */
final class RuleWordsOfChange {

    private final RuleTable table;

    RuleWordsOfChange(RuleTable table) {
        this.table = table;
    }

    List<RuleSentence> of(RulePlan plan) {
        var sentences = new ArrayList<RuleSentence>();
        switch (plan.act()) {
            case ADDED -> added(plan, sentences);
            case CORRECTED -> {
                sentences.add(RuleSentence.of(
                        "rulebook.preview.corrected", plan.after().from()));
                differences(plan, sentences);
            }
            case ENDED ->
                sentences.add(
                        RuleSentence.of("rulebook.preview.ended", plan.after().to()));
            case WITHDRAWN -> {
                sentences.add(RuleSentence.of(
                        "rulebook.preview.withdrawn", plan.after().from()));
                plan.reopened()
                        .ifPresent(row -> sentences.add(RuleSentence.of("rulebook.preview.goes-on", row.from())));
            }
            case CONFIRMED -> {}
        }
        return sentences;
    }

    private void added(RulePlan plan, List<RuleSentence> sentences) {
        var row = plan.after();
        if (table.ofDays()) {
            sentences.add(RuleSentence.of("rulebook.preview.day", row.from()));
        } else if (row.to() == null) {
            sentences.add(RuleSentence.of("rulebook.preview.added", row.from()));
        } else {
            sentences.add(RuleSentence.of("rulebook.preview.added-until", row.from(), row.to()));
        }
        differences(plan, sentences);
        plan.closed().ifPresent(old -> sentences.add(RuleSentence.of("rulebook.preview.closed", old.from(), old.to())));
        if (plan.closed().isPresent() && row.to() != null) {
            sentences.add(RuleSentence.of("rulebook.preview.then-none", row.to()));
        }
    }

    private void differences(RulePlan plan, List<RuleSentence> sentences) {
        for (var column : table.columns()) {
            var was = plan.before().map(row -> row.value(column.code())).orElse("");
            var becomes = plan.after().value(column.code());
            if (!Objects.equals(was, becomes)) {
                sentences.add(
                        plan.before().isEmpty()
                                ? RuleSentence.of("rulebook.preview.value", name(column), column.words(becomes))
                                : RuleSentence.of(
                                        "rulebook.preview.change",
                                        name(column),
                                        column.words(was),
                                        column.words(becomes)));
            }
        }
    }

    private static RuleSentence name(RuleColumn column) {
        return RuleSentence.of(column.message());
    }
}
