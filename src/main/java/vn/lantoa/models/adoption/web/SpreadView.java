package vn.lantoa.models.adoption.web;

import java.util.List;
import vn.lantoa.models.adoption.SpreadTree.Branch;
import vn.lantoa.models.adoption.SpreadTree.Site;

/** A tree cut to what a page can show: so many beside each other, so many below each other; the rest is counted and a link away. */
final class SpreadView {

    static final int WIDE = 20;
    private static final int DEEP = 4;

    /** A branch this small is shown unfolded. */
    private static final int SMALL = 12;

    private SpreadView() {}

    /**
     * One site on the page.
     *
     * @param direct how many were taken over from it
     * @param below how many stand below it in all
     * @param more how many of the direct ones are not on this page
     */
    record Shown(Site site, int direct, int below, List<Shown> taken, int more, boolean unfolded) {}

    /** So many of these branches, from one on. */
    static List<Shown> of(List<Branch> branches, int skip) {
        return branches.stream()
                .skip(skip)
                .limit(WIDE)
                .map(one -> shown(one, 1))
                .toList();
    }

    private static Shown shown(Branch branch, int depth) {
        var taken = depth < DEEP
                ? branch.taken().stream()
                        .limit(WIDE)
                        .map(one -> shown(one, depth + 1))
                        .toList()
                : List.<Shown>of();
        var direct = branch.taken().size();
        return new Shown(
                branch.site(),
                direct,
                branch.below(),
                taken,
                direct - taken.size(),
                depth == 1 || branch.below() <= SMALL);
    }
}
