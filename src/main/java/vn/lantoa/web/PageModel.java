package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;

/** What the layout of every page shows around it: who is signed in, and the pages this person has a right to. */
@Component
class PageModel implements HandlerInterceptor {

    private record Place(String href, String labelKey, Right right) {}

    private static final List<Place> PLACES = List.of(
            new Place("/tasks", "layout.tasks", null),
            new Place("/reports", "layout.reports", Right.SEE_REPORT),
            new Place("/documents", "layout.documents", Right.SEE_DOCUMENTS),
            new Place("/units", "layout.units", Right.SEE_UNIT),
            new Place("/templates", "layout.templates", Right.MANAGE_TEMPLATES),
            new Place("/audit", "layout.audit", Right.SEE_AUDIT));

    private final CurrentActor currentActor;

    PageModel(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page != null && (page.getViewName() == null || !page.getViewName().startsWith("redirect:"))) {
            fill(page.getModel(), request);
        }
    }

    void fill(Map<String, Object> model, HttpServletRequest request) {
        currentActor.of(request).ifPresent(actor -> {
            model.put("signedIn", actor.name());
            model.put("navigation", navigation(actor, request.getRequestURI()));
        });
    }

    private static List<NavItem> navigation(Actor actor, String path) {
        var items = new ArrayList<NavItem>();
        for (var place : PLACES) {
            if (place.right() == null || hasSomewhere(actor, place.right())) {
                items.add(new NavItem(
                        place.href(),
                        place.labelKey(),
                        path.equals(place.href()) || path.startsWith(place.href() + "/")));
            }
        }
        return items;
    }

    private static boolean hasSomewhere(Actor actor, Right right) {
        return right.administrators() && actor.holds(Post.ADMINISTRATOR)
                || right.posts().stream().anyMatch(actor::holds);
    }
}
