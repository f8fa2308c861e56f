package vn.lantoa.models;

import vn.lantoa.form.Qualifier;

/** How many, and how exactly that is meant: "trên 40". */
public record Count(int amount, Qualifier qualifier) {

    public static Count exactly(int amount) {
        return new Count(amount, Qualifier.EXACT);
    }
}
