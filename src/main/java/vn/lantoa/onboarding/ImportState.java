package vn.lantoa.onboarding;

/** Where an import stands; the words are message {@code onboarding.state.<NAME>}. */
public enum ImportState {
    READING,
    REFUSED,
    READ,
    APPLYING,
    APPLIED,
    UNDOING,
    UNDONE,
    DROPPED;

    /** Whether a background job has work to do. */
    public boolean working() {
        return this == READING || this == APPLYING || this == UNDOING;
    }
}
