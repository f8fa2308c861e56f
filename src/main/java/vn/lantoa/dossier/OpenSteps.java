package vn.lantoa.dossier;

import vn.lantoa.organization.Actor;

/** Whose step of a dossier is open: asked by services that know dossiers and not the task list, which answers. */
public interface OpenSteps {

    /** Whether an open step of the dossier waits for this person. */
    boolean waitFor(DossierKey dossier, Actor actor);
}
