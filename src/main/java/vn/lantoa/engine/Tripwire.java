package vn.lantoa.engine;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the attacks of the self-test try to reach. Public because code that a diagram smuggles in can reach nothing else; it does
 * nothing but remember that it was reached.
 */
public class Tripwire {

    private static final AtomicBoolean TRIPPED = new AtomicBoolean();

    /** An attack made the engine load and create this class. */
    public Tripwire() {
        trip();
    }

    /** An attack made the engine call this method. */
    public static boolean trip() {
        TRIPPED.set(true);
        return true;
    }

    static void arm() {
        TRIPPED.set(false);
    }

    static boolean tripped() {
        return TRIPPED.get();
    }
}
