package vn.lantoa.commendation.slate.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.slate.Slates;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What the pages of a level share: its unit, its seasons, and the pages this person may open. */
@Component
class SlatePlaces {

    private final Slates slates;
    private final Units units;
    private final Access access;

    SlatePlaces(Slates slates, Units units, Access access) {
        this.slates = slates;
        this.units = units;
        this.access = access;
    }

    /** One page of a level; its word is message {@code slate.place.<code>}. */
    record Place(String code, String href) {}

    ModelAndView page(String view, String here, Actor actor, UnitId unit, Long season) {
        var page = new ModelAndView(view);
        page.addObject("here", here);
        page.addObject("unit", units.find(unit).orElseThrow(() -> new NotVisible("unit " + unit)));
        page.addObject("seasons", slates.seasons(actor, unit));
        page.addObject("season", slates.season(actor, unit, season).orElse(null));
        page.addObject("places", of(actor, unit));
        page.addObject("works", access.may(actor, Right.REVIEW_NOMINATION, unit));
        return page;
    }

    /** The unit asked for, else the highest in which this person sees nominations by an own post. */
    UnitId own(Actor actor, String asked) {
        access.require(actor, Right.SEE_NOMINATION);
        if (AddressId.is(asked)) {
            return UnitId.of(Long.parseLong(asked));
        }
        return actor.units().stream()
                .filter(unit -> access.may(actor, Right.SEE_NOMINATION, unit))
                .flatMap(unit -> units.find(unit).stream())
                .min(java.util.Comparator.comparingInt(vn.lantoa.organization.Unit::level))
                .map(vn.lantoa.organization.Unit::id)
                .orElseThrow(() -> new NotVisible("awards"));
    }

    private List<Place> of(Actor actor, UnitId unit) {
        var base = "/awards/slates/" + unit;
        var places = new ArrayList<Place>();
        places.add(new Place("slate", base));
        if (access.may(actor, Right.DECIDE_AWARD, unit)) {
            places.add(new Place("approvals", base + "/approvals"));
        }
        places.add(new Place("postings", base + "/postings"));
        places.add(new Place("proposals", base + "/proposals"));
        places.add(new Place("decisions", "/awards/units/" + unit + "/decisions"));
        return places;
    }

    static UnitId unit(String id) {
        return UnitId.of(number(id));
    }

    static Long season(String id) {
        return AddressId.is(id) ? Long.valueOf(id) : null;
    }

    static List<NominationId> nominations(List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream()
                        .filter(AddressId::is)
                        .map(id -> NominationId.of(Long.parseLong(id)))
                        .distinct()
                        .toList();
    }

    static long number(String id) {
        return AddressId.of("number", id);
    }
}
