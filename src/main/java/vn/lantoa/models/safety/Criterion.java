package vn.lantoa.models.safety;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The criteria that are asked on the form, by its keys; which answers meet them, {@code safety-checklist.dmn} says (TT 124/2021/TT-BCA Điều 6, 7;
 * DOMAIN 1.4, 1.6).
 */
enum Criterion {
    RESOLUTION("resolution", SafetyObject.WORKPLACES, Paper.OF_THE_YEAR),
    PLAN("plan", SafetyObject.WORKPLACES, Paper.OF_THE_YEAR),
    RULE_PROTECTION("ruleProtection", Of.OFFICES, Paper.STANDING),
    RULE_SECRETS("ruleSecrets", Of.OFFICES, Paper.STANDING),
    RULE_POLITICS("rulePolitics", Of.OFFICES, Paper.STANDING),
    RULE_SAFETY("ruleSafety", Of.OFFICES, Paper.STANDING),
    RULE_FIRE("ruleFire", Of.OFFICES, Paper.STANDING),
    RULE_ENVIRONMENT("ruleEnvironment", Of.OFFICES, Paper.STANDING),
    POLICY("policy", Of.OFFICES, Paper.CONFIRMATION),
    NO_EVENTS("noEvents", Of.OFFICES, Paper.CONFIRMATION),
    NO_OFFENCES("noOffences", Of.OFFICES, Paper.CONFIRMATION),
    GUARDS("guards", Of.OFFICES, Paper.STANDING),
    COORDINATION("coordination", Of.SCHOOLS, Paper.STANDING),
    NO_DISORDER("noDisorder", Of.SCHOOLS, Paper.CONFIRMATION),
    NO_VIOLENCE("noViolence", Of.SCHOOLS, Paper.CONFIRMATION),
    STAFF("staffTasks", Of.SCHOOLS, Paper.CONFIRMATION);

    /** When the paper of an answer may be of. */
    enum Paper {
        /** Of the window: one after it counts for the next year. */
        OF_THE_YEAR,
        /** Of any day until the window ends: what was issued before is still in force. */
        STANDING,
        /** Looks back on the window: not older than it, and not ahead of today. */
        CONFIRMATION
    }

    /** Enum constants cannot read static fields of their own type while they are made. */
    private static final class Of {

        static final Set<SafetyObject> OFFICES = EnumSet.of(SafetyObject.CQ, SafetyObject.DN);
        static final Set<SafetyObject> SCHOOLS = EnumSet.of(SafetyObject.CSGD);
    }

    private final String key;
    private final Set<SafetyObject> workplaces;
    private final Paper paper;

    Criterion(String key, Set<SafetyObject> workplaces, Paper paper) {
        this.key = key;
        this.workplaces = workplaces;
        this.paper = paper;
    }

    String key() {
        return key;
    }

    Paper paper() {
        return paper;
    }

    static List<Criterion> of(SafetyObject workplace) {
        return Stream.of(values())
                .filter(one -> one.workplaces.contains(workplace))
                .toList();
    }
}
