package vn.lantoa.models.adoption.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.adoption.SpreadCurve;
import vn.lantoa.models.adoption.SpreadTree;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;

/** "Ai học theo ai": the tree of a kind, and how it spread over time. Open to all who may sign in, as the catalogue is. */
@Controller
class SpreadPages {

    private final SpreadTree tree;
    private final SpreadCurve curve;
    private final ModelKinds kinds;

    SpreadPages(SpreadTree tree, SpreadCurve curve, ModelKinds kinds) {
        this.tree = tree;
        this.curve = curve;
        this.kinds = kinds;
    }

    /**
     * @param from the site whose branch alone is shown; the whole tree without it
     * @param skip so many of the branches side by side were shown before
     */
    @GetMapping("/models/kinds/{id}/spread")
    @OpenToSignedIn
    ModelAndView spread(
            @PathVariable String id,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String skip,
            Actor actor) {
        var kind = kinds.find(KindId.inAddress(id)).orElseThrow(() -> new NotVisible("model kind " + id));
        var whole = tree.of(actor, kind.id());
        var branch = from == null ? null : whole.branch(SiteId.inAddress(from));
        var branches = branch == null ? whole.firsts() : branch.taken();
        var skipped = AddressId.is(skip) ? (int) Math.min(branches.size(), Long.parseLong(skip)) : 0;
        var shown = SpreadView.of(branches, skipped);
        var points = curve.of(kind.id());
        return new ModelAndView("models/spread")
                .addObject("kind", kind)
                .addObject("tree", whole)
                .addObject("branch", branch)
                .addObject("shown", shown)
                .addObject("left", branches.size() - skipped - shown.size())
                .addObject("nextSkip", skipped + SpreadView.WIDE)
                .addObject("wide", SpreadView.WIDE)
                .addObject("points", points)
                .addObject("chart", SpreadChart.of(points));
    }
}
