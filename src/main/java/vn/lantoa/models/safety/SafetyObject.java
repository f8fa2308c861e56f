package vn.lantoa.models.safety;

import java.util.EnumSet;
import java.util.Set;

/** What TT 124/2021/TT-BCA assesses (Điều 1, 2); words: message {@code safety.object.<NAME>}. */
public enum SafetyObject {
    /** Residential area: a place, not a unit of ours. */
    KDC,
    /** Commune. */
    XA,
    /** Agency. */
    CQ,
    /** Enterprise. */
    DN,
    /** School, college. */
    CSGD;

    /** Those that are workplaces: a union unit stands for each. */
    public static final Set<SafetyObject> WORKPLACES = EnumSet.of(CQ, DN, CSGD);

    public boolean workplace() {
        return WORKPLACES.contains(this);
    }
}
