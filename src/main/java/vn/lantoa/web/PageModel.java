package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.dossier.OwnPlace;
import vn.lantoa.notification.Inbox;
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
            new Place("/awards", "layout.awards", Right.SEE_NOMINATION),
            new Place("/models", "layout.models", Right.SEE_MODEL),
            new Place("/documents", "layout.documents", Right.SEE_DOCUMENTS),
            new Place("/units", "layout.units", Right.SEE_UNIT),
            new Place("/rules", "layout.rules", Right.MANAGE_RULES),
            new Place("/processes", "layout.processes", Right.DRAW_PROCESS),
            new Place("/templates", "layout.templates", Right.MANAGE_TEMPLATES),
            new Place("/audit", "layout.audit", Right.SEE_AUDIT),
            new Place("/mail", "layout.mail", Right.OPERATE),
            new Place("/operations", "layout.operations", Right.OPERATE));

    /** Pages with an address of their own that belong to a place. */
    private static final Map<String, String> BELONGS = Map.of(
            "/process-drafts", "/processes",
            "/process-moves", "/processes",
            "/process-cases", "/processes");

    /** Which help belongs to which page; the longest beginning of an address holds. */
    private static final Map<String, String> HELP = Map.ofEntries(
            Map.entry("/reports", "report"),
            Map.entry("/dossiers", "report"),
            Map.entry("/awards", "awards"),
            Map.entry("/dossiers/season", "awards"),
            Map.entry("/dossiers/nomination", "awards"),
            Map.entry("/dossiers/award-proposal", "awards"),
            Map.entry("/dossiers/award-decision", "awards"),
            Map.entry("/dossiers/council-session", "awards"),
            Map.entry("/dossiers/data-request", "awards"),
            Map.entry("/models", "models"),
            Map.entry("/dossiers/model-site", "models"),
            Map.entry("/dossiers/model-adoption", "models"),
            Map.entry("/dossiers/exemplar-request", "models"),
            Map.entry("/dossiers/safety-file", "models"),
            Map.entry("/units", "units"),
            Map.entry("/rules", "rules"),
            Map.entry("/processes", "processes"),
            Map.entry("/process-drafts", "processes"),
            Map.entry("/process-moves", "processes"),
            Map.entry("/process-cases", "processes"),
            Map.entry("/operations", "operations"),
            Map.entry("/account", "stand-in"));

    /** A view of a part of a page has no layout around it. */
    private static final String PART = " :: ";

    private final CurrentActor currentActor;
    private final SetupSteps setup;
    private final Inbox inbox;
    private final List<OwnPlace> ownPlaces;

    PageModel(CurrentActor currentActor, SetupSteps setup, Inbox inbox, List<OwnPlace> ownPlaces) {
        this.currentActor = currentActor;
        this.setup = setup;
        this.inbox = inbox;
        this.ownPlaces = ownPlaces;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page != null && isWhole(page.getViewName())) {
            fill(page.getModel(), request);
        }
    }

    private static boolean isWhole(String view) {
        return view == null || !view.startsWith("redirect:") && !view.contains(PART);
    }

    void fill(Map<String, Object> model, HttpServletRequest request) {
        currentActor.of(request).ifPresent(actor -> {
            model.put("signedIn", actor.name());
            model.put("unread", unread(actor));
            var path = request.getRequestURI();
            HELP.entrySet().stream()
                    .filter(help -> path.equals(help.getKey()) || path.startsWith(help.getKey() + "/"))
                    .max(Comparator.comparingInt(help -> help.getKey().length()))
                    .ifPresent(help -> model.put("helpTopic", help.getValue()));
            if (path.equals("/tasks") && hasSomewhere(actor, Right.MANAGE_UNITS)) {
                model.put(
                        "setupLeft",
                        setup.of(actor).stream().filter(step -> !step.done()).count());
            }
            PracticeCookie.of(request)
                    .filter(choice -> currentActor.practises(choice))
                    .ifPresent(choice -> model.put(
                            "practice",
                            Map.of(
                                    "role",
                                    choice.role().name(),
                                    "here",
                                    PracticeCookie.appliesTo(request.getRequestURI()))));
            model.put("navigation", navigation(actor, request.getRequestURI()));
        });
    }

    /** An error page must come up even when the database does not. */
    private Long unread(Actor actor) {
        try {
            return inbox.unread(actor.id());
        } catch (DataAccessException | TransactionException away) {
            return 0L;
        }
    }

    /** The same: without the database nobody has a place of one's own. */
    private boolean isFor(OwnPlace place, Actor actor) {
        try {
            return place.isFor(actor);
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }

    private List<NavItem> navigation(Actor actor, String path) {
        var items = new ArrayList<NavItem>();
        for (var place : PLACES) {
            if (place.right() == null || hasSomewhere(actor, place.right())) {
                items.add(item(place.href(), place.labelKey(), path));
            }
        }
        ownPlaces.stream()
                .filter(place -> isFor(place, actor))
                .forEach(place -> items.add(item(place.href(), place.labelKey(), path)));
        return items;
    }

    private static NavItem item(String href, String labelKey, String address) {
        var path = BELONGS.entrySet().stream()
                .filter(place -> address.startsWith(place.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(address);
        return new NavItem(href, labelKey, path.equals(href) || path.startsWith(href + "/"));
    }

    private static boolean hasSomewhere(Actor actor, Right right) {
        return right.administrators() && actor.holds(Post.ADMINISTRATOR)
                || right.posts().stream().anyMatch(actor::holds);
    }
}
