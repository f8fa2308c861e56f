package vn.lantoa.models;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;

/** The sites of models: who may read them, and how the other parts of this feature find them. */
@Component
public class ModelSites {

    private final SiteRows rows;
    private final Access access;

    ModelSites(SiteRows rows, Access access) {
        this.rows = rows;
        this.access = access;
    }

    public Optional<ModelSite> find(SiteId id) {
        return rows.find(id);
    }

    /**
     * One site as this person may read it.
     *
     * @throws NotVisible when there is none for the person
     */
    public ModelSite find(Actor actor, SiteId id) {
        return rows.find(id)
                .filter(site -> visibleTo(site, actor))
                .orElseThrow(() -> new NotVisible("model site " + id));
    }

    /** What is alive is open to all who may sign in, so that it can be copied; the rest is for its branch. */
    public boolean visibleTo(ModelSite site, Actor actor) {
        return site.state().alive() || access.may(actor, Right.SEE_MODEL, site.unit());
    }
}
