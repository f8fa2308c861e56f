package vn.lantoa.rulebook;

import java.util.List;
import java.util.Optional;

/** Says in plain words what a change of a rule does elsewhere, before it is saved: which dates move, what stays as it was frozen. */
public interface RuleEffects {

    /**
     * The effects this package knows of.
     *
     * @param before the row that held until now, empty for a rule of a new name
     * @param after the row as it is to be; when a rule ends, the old one with its end
     */
    List<RuleSentence> effects(RuleTable table, Optional<RuleRow> before, RuleRow after);
}
