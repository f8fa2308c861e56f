package vn.lantoa.diagrams;

/** The key of a draft of a process. */
public record DraftId(long value) {

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
