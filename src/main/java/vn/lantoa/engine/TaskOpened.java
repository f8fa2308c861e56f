package vn.lantoa.engine;

import java.time.Instant;
import vn.lantoa.dossier.DossierKey;

/** A user task opened (or moved to a new version). Published within the engine's transaction, from its history events. */
public record TaskOpened(String taskId, StepDefinition step, DossierKey dossier, String instance, Instant at) {}
