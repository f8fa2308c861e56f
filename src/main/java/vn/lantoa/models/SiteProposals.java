package vn.lantoa.models;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.VietnameseText;

/** Sites proposed by their unit's officer, and taken back before they are recognised. */
@Component
public class SiteProposals {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_REASON = 1000;

    private final SiteRows rows;
    private final SiteStates states;
    private final SiteIndex search;
    private final ModelKinds kinds;
    private final ModelSites sites;
    private final Recognitions recognitions;
    private final Processes processes;
    private final SiteStory story;
    private final Access access;

    SiteProposals(
            SiteRows rows,
            SiteStates states,
            SiteIndex search,
            ModelKinds kinds,
            ModelSites sites,
            Recognitions recognitions,
            Processes processes,
            SiteStory story,
            Access access) {
        this.rows = rows;
        this.states = states;
        this.search = search;
        this.kinds = kinds;
        this.sites = sites;
        this.recognitions = recognitions;
        this.processes = processes;
        this.story = story;
        this.access = access;
    }

    /** Begins a site as a draft of its unit's officer. */
    @Transactional
    public SiteOutcome start(Actor actor, StartSite wanted) {
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, wanted.unit());
        var kind = wanted.kind() == null ? Optional.<ModelKind>empty() : kinds.find(wanted.kind());
        if (kind.filter(one -> one.state() == ModelKind.State.OFFERED).isEmpty()) {
            return SiteOutcome.Refused.at("kind", "models.refused.kind");
        }
        var name = text(wanted.name()) == null ? kind.get().name() : text(wanted.name());
        var place = text(wanted.place()) == null ? "" : text(wanted.place());
        if (name.length() > LONGEST_NAME) {
            return SiteOutcome.Refused.at("name", "models.refused.long", LONGEST_NAME);
        }
        if (place.length() > LONGEST_PLACE) {
            return SiteOutcome.Refused.at("place", "models.refused.long", LONGEST_PLACE);
        }
        if (wanted.host() != null && wanted.host().length() > LONGEST_NAME) {
            return SiteOutcome.Refused.at("host", "models.refused.long", LONGEST_NAME);
        }
        var counts = new Headcount(wanted.groups(), wanted.members());
        if (counts.groups().amount() < 0 || counts.members().amount() < 0) {
            return SiteOutcome.Refused.at("groups", "models.refused.claim-amount");
        }
        if (!counts.possible()) {
            return SiteOutcome.Refused.at(
                    "members",
                    "models.refused.members",
                    counts.members().amount(),
                    counts.groups().amount());
        }
        var id = rows.insert(
                new StartSite(
                        wanted.unit(),
                        wanted.kind(),
                        name,
                        place,
                        text(wanted.host()),
                        counts.groups(),
                        counts.members()),
                null,
                false,
                actor.id());
        states.begin(id, wanted.unit());
        search.index(id);
        processes.start(Words.PROCESS, id.dossier(), Map.of("takenOver", false, "raising", false));
        story.site(rows.find(id).orElseThrow(), "opened", actor, Right.BUILD_MODEL, null);
        return new SiteOutcome.Done(id.value());
    }

    /** Takes a site back before it is recognised. */
    @Transactional
    public SiteOutcome withdraw(Actor actor, SiteId id, String reason) {
        var seen = rows.find(id)
                .filter(site -> sites.visibleTo(site, actor))
                .orElseThrow(() -> new NotVisible("model site " + id));
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, seen.unit());
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return SiteOutcome.Refused.at("reason", "models.refused.reason");
        }
        var site = rows.lock(id);
        if (!withdrawable(site)) {
            return SiteOutcome.Conflict.of("models.conflict.withdrawal");
        }
        rows.because(id, reason.strip());
        var end = Map.<String, Object>of(Words.SITE_END, SiteState.WITHDRAWN.name());
        if (!processes.tell(Words.WITHDRAWN, id.dossier(), end)) {
            throw new IllegalStateException(id.dossier() + " runs no process");
        }
        story.site(site, "withdrawn", actor, Right.BUILD_MODEL, reason.strip());
        return new SiteOutcome.Done(id.value());
    }

    /** Once recognised it is closed, not withdrawn. */
    boolean withdrawable(ModelSite site) {
        return !site.state().ended() && recognitions.highest(site.id()).isEmpty();
    }

    private static String text(String written) {
        return written == null || written.isBlank() ? null : VietnameseText.clean(written);
    }
}
