package vn.lantoa.rulebook;

import vn.lantoa.organization.Actor;

/**
 * One line of the list that an administrator of a new installation works through. It ticks itself: whether it is done is asked of the facts
 * each time. Words are messages {@code setup.<code>} and {@code setup.<code>.how}.
 */
public interface SetupStep {

    String code();

    /** Where it stands in the list: units 10, people 20, deadlines 30, mail 40, backup 50, trial 60. */
    int position();

    /** Where it is done; an address of this application. */
    String href();

    /** Whether only administrators of the installation can do it. */
    default boolean ofInstallation() {
        return false;
    }

    /** Whether the facts say it is done, in the branch of this person. */
    boolean done(Actor actor);
}
