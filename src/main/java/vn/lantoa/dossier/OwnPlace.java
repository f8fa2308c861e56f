package vn.lantoa.dossier;

import vn.lantoa.organization.Actor;

/** A page that some people have whatever posts they hold, or none: an entry of their menu. Implemented by features, as beans. */
public interface OwnPlace {

    /** Its address, a path of ours. */
    String href();

    /** Message key of its name. */
    String labelKey();

    /** Whether it is this person's. */
    boolean isFor(Actor actor);
}
