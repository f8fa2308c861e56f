package vn.lantoa.operations;

/** How one thing of the installation is. */
public enum Health {
    /** Nothing to do. */
    WELL,
    /** It is not measured here, which harms nothing. */
    OFF,
    /** It could not be read; the other things can. */
    UNKNOWN,
    /** Somebody should look before it becomes worse. */
    LOOK,
    /** Something does not happen that should. */
    BAD;

    /** Whether somebody has something to do. */
    public boolean calls() {
        return this != WELL && this != OFF;
    }
}
