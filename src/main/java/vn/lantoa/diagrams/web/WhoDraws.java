package vn.lantoa.diagrams.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;

/** Whether the pages of a process open for whoever reads a draft: a leader who only releases is shown no way that ends before a closed door. */
@ControllerAdvice(
        assignableTypes = {
            DraftFindingPages.class,
            ProcessChangePages.class,
            ProcessDraftPages.class,
            ProcessReleasePages.class,
            TrialPages.class
        })
class WhoDraws {

    @ModelAttribute("draws")
    boolean draws(Actor actor) {
        return actor.holds(Post.ADMINISTRATOR);
    }
}
