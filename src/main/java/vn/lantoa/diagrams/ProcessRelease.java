package vn.lantoa.diagrams;

import java.time.Instant;
import java.util.Optional;
import vn.lantoa.organization.PersonId;

/**
 * A version that a page put into service.
 *
 * @param draft empty when an earlier version was restored
 * @param replaces the engine's id of the version that was in service before
 * @param definition the engine's id of the version
 * @param digest SHA-256 over names and contents of its files
 * @param author who began the draft; empty for what came with the software, and for what was restored
 */
public record ProcessRelease(
        long id,
        String process,
        Optional<DraftId> draft,
        String replaces,
        String definition,
        int version,
        String digest,
        String reason,
        String author,
        PersonId releasedBy,
        String releaser,
        Instant releasedAt) {}
