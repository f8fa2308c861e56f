package vn.lantoa.models.adoption.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.adoption.SpreadCurve;
import vn.lantoa.models.adoption.SpreadTree;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;

/** The tree and the curve of a kind under {@code /api/v1}. */
@RestController
class SpreadApi {

    private final SpreadTree tree;
    private final SpreadCurve curve;
    private final ModelKinds kinds;

    SpreadApi(SpreadTree tree, SpreadCurve curve, ModelKinds kinds) {
        this.tree = tree;
        this.curve = curve;
        this.kinds = kinds;
    }

    /** {@code {sites, takenOver, tree: [{site, …, below, taken: […]}], curve: [{day, sites, adopted}]}}; a site one may not read is null. */
    @GetMapping("/api/v1/model-kinds/{id}/spread")
    @OpenToSignedIn
    Map<String, Object> spread(@PathVariable String id, Actor actor) {
        var kind = kinds.find(KindId.inAddress(id)).orElseThrow(() -> new NotVisible("model kind " + id));
        var whole = tree.of(actor, kind.id());
        return Map.of(
                "sites", whole.sites(),
                "takenOver", whole.takenOver(),
                "tree", branches(whole.firsts()),
                "curve",
                        curve.of(kind.id()).stream()
                                .map(point ->
                                        Map.of("day", point.day(), "sites", point.sites(), "adopted", point.adopted()))
                                .toList());
    }

    private static List<Map<String, Object>> branches(List<SpreadTree.Branch> branches) {
        return branches.stream().map(SpreadApi::json).toList();
    }

    private static Map<String, Object> json(SpreadTree.Branch branch) {
        var json = new LinkedHashMap<String, Object>();
        json.put("site", branch.site().shown() ? json(branch.site()) : null);
        json.put("below", branch.below());
        json.put("taken", branches(branch.taken()));
        return json;
    }

    private static Map<String, Object> json(SpreadTree.Site site) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", site.id().toString());
        json.put("number", site.number());
        json.put("name", site.name());
        json.put("unit", site.unit().toString());
        json.put("state", site.state());
        json.put("since", site.since());
        return json;
    }
}
