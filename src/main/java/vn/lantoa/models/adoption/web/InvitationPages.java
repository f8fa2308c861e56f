package vn.lantoa.models.adoption.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.adoption.Invitations;
import vn.lantoa.models.adoption.Sources;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** "Mời đơn vị áp dụng": many units in one act, and what became of each. */
@Controller
@RequestMapping("/models/adoptions")
class InvitationPages {

    /** So many direct subordinates can be ticked; who has more invites by level or by code. */
    private static final int TICKED = 200;

    private final Invitations invitations;
    private final ModelKinds kinds;
    private final Sources sources;
    private final Units units;
    private final AdoptionWords words;
    private final Clock clock;

    InvitationPages(
            Invitations invitations, ModelKinds kinds, Sources sources, Units units, AdoptionWords words, Clock clock) {
        this.invitations = invitations;
        this.kinds = kinds;
        this.sources = sources;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What the form posts, as it was typed.
     *
     * @param ticked direct subordinates by id
     * @param units codes, one a line
     */
    record Form(String inviter, String kind, String source, List<String> ticked, String units, Integer level) {

        List<String> named() {
            var named = new ArrayList<String>(ticked == null ? List.of() : ticked);
            if (units != null) {
                named.addAll(units.lines().toList());
            }
            return named;
        }

        public boolean ticks(Unit unit) {
            return ticked != null && ticked.contains(unit.id().toString());
        }
    }

    @GetMapping("/invitation")
    @Requires(Right.SPREAD_MODEL)
    ModelAndView form(@ModelAttribute Form form, Actor actor) {
        return page(form, actor, Map.of());
    }

    @PostMapping("/invitation")
    @Requires(Right.SPREAD_MODEL)
    ModelAndView invite(@ModelAttribute Form form, Actor actor, Locale locale) {
        var outcome = invitations.invite(
                actor,
                new Invitations.Wanted(
                        AdoptionWords.unit(form.inviter()),
                        AdoptionWords.kind(form.kind()),
                        sources.named(form.source()),
                        form.named(),
                        form.level()));
        if (outcome instanceof Invitations.Outcome.Done done) {
            return page(new Form(form.inviter(), form.kind(), form.source(), List.of(), "", null), actor, Map.of())
                    .addObject("done", done);
        }
        var refused = (Invitations.Outcome.Refused) outcome;
        var page = page(form, actor, Map.of(refused.field(), words.say(refused.message(), locale)));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Form form, Actor actor, Map<String, String> errors) {
        var inviters = invitations.invitersOf(actor);
        var inviter = inviters.stream()
                .filter(one -> one.id().equals(AdoptionWords.unit(form.inviter())))
                .findFirst()
                .or(() -> inviters.stream().findFirst());
        var below = inviter.map(one -> units.subordinatesOf(one.id(), LocalDate.now(clock), null, TICKED))
                .orElse(new Page<>(List.of(), null));
        return new ModelAndView("models/adoption-invitation")
                .addObject("inviters", inviters)
                .addObject("inviter", inviter.orElse(null))
                .addObject("below", below.next() == null ? below.items() : List.of())
                .addObject(
                        "levels",
                        inviter.map(one -> List.of(2, 3, 4).stream()
                                        .filter(level -> level > one.level())
                                        .toList())
                                .orElse(List.of()))
                .addObject("kinds", kinds.offered())
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
