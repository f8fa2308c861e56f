package vn.lantoa.models.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteState;
import vn.lantoa.models.catalogue.CatalogueFilter;
import vn.lantoa.models.catalogue.KindKeeping;
import vn.lantoa.models.catalogue.KindShelf;
import vn.lantoa.models.catalogue.SiteCatalogue;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** "Mô hình": the catalogue of kinds and sites. What is alive is open to all who signed in, so that it can be copied. */
@Controller
class CataloguePages {

    /** So many kinds stand above the list of sites; all of them on a page of their own. */
    private static final int FEW = 6;

    private static final int SHELF = 24;

    private final SiteCatalogue catalogue;
    private final KindShelf shelf;
    private final KindKeeping keeping;
    private final ModelKinds kinds;
    private final Units units;
    private final CatalogueWords words;
    private final Clock clock;

    CataloguePages(
            SiteCatalogue catalogue,
            KindShelf shelf,
            KindKeeping keeping,
            ModelKinds kinds,
            Units units,
            CatalogueWords words,
            Clock clock) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.keeping = keeping;
        this.kinds = kinds;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/models")
    @OpenToSignedIn
    ModelAndView catalogue(@ModelAttribute CatalogueAsked asked, Actor actor, Locale locale) {
        var filter = asked.filter();
        var sites = catalogue.page(actor, filter);
        var cards = asked.after() == null ? shelf.page(asked.words(), null, FEW) : null;
        return new ModelAndView("models/catalogue")
                .addObject("asked", asked)
                .addObject("cards", cards == null ? List.of() : cards.items())
                .addObject("moreKinds", cards != null && cards.next() != null)
                .addObject("enters", keeping.enters(actor))
                .addObject("kinds", kinds.offered())
                .addObject("places", places(actor))
                .addObject("states", SiteState.values())
                .addObject("dues", CatalogueFilter.Due.values())
                .addObject("counts", catalogue.counts(actor, filter))
                .addObject(
                        "rows",
                        sites.items().stream()
                                .map(line -> words.row(line, locale))
                                .toList())
                .addObject("file", asked.address("/models/sites.xlsx", null))
                .addObject("first", asked.after() == null ? null : asked.address("/models", null))
                .addObject("next", sites.next() == null ? null : asked.address("/models", sites.next()));
    }

    /** Every kind that can be taken over, by name. */
    @GetMapping("/models/kinds")
    @OpenToSignedIn
    ModelAndView kinds(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Actor actor) {
        var asked = new CatalogueAsked(q, null, null, null, null, null, after);
        var page = shelf.page(asked.words(), after, SHELF);
        return new ModelAndView("models/kinds")
                .addObject("q", asked.words())
                .addObject("cards", page.items())
                .addObject("enters", keeping.enters(actor))
                .addObject("first", after == null ? null : asked.address("/models/kinds", null))
                .addObject("next", page.next() == null ? null : asked.address("/models/kinds", page.next()));
    }

    @GetMapping("/models/sites.xlsx")
    @OpenToSignedIn
    void file(@ModelAttribute CatalogueAsked asked, Actor actor, Locale locale, HttpServletResponse response)
            throws IOException {
        var columns = Stream.of(
                        "number", "name", "kind", "place", "unit", "branch", "state", "level", "groups", "members",
                        "due")
                .map(code -> new Column(
                        words.word("models.column." + code, locale),
                        List.of("number", "groups", "members", "due").contains(code) ? 14 : 36))
                .toList();
        new ListFile(
                        words.word("models.title", locale),
                        "mo-hinh",
                        columns,
                        words.word("file.cut", locale, ListFile.MOST_ROWS),
                        after -> {
                            var page = catalogue.page(actor, asked.filter().from(after));
                            return new Page<>(
                                    page.items().stream()
                                            .map(line -> values(words.row(line, locale)))
                                            .toList(),
                                    page.next());
                        })
                .send(response);
    }

    private static List<Value> values(CatalogueWords.Row row) {
        var site = row.site();
        return List.of(
                Value.of(site.number()),
                Value.of(site.name()),
                Value.of(site.kindName()),
                Value.of(site.place()),
                Value.of(site.unitName()),
                Value.of(site.branch()),
                Value.of(row.state()),
                Value.of(row.level()),
                site.groups().qualifier() == vn.lantoa.form.Qualifier.EXACT
                        ? Value.of(site.groups().amount())
                        : Value.of(row.groups()),
                site.members().qualifier() == vn.lantoa.form.Qualifier.EXACT
                        ? Value.of(site.members().amount())
                        : Value.of(row.members()),
                Value.of(site.due()));
    }

    /** The branches below the root of the person's unit, and the person's own units. */
    private List<Unit> places(Actor actor) {
        var own = actor.units().stream().sorted().toList();
        var roots = own.stream()
                .map(unit -> units.pathTo(unit).get(0).id())
                .distinct()
                .limit(1);
        var below = roots.flatMap(root -> units.subordinatesOf(root, LocalDate.now(clock)).stream());
        return Stream.concat(own.stream().flatMap((UnitId unit) -> units.find(unit).stream()), below)
                .distinct()
                .toList();
    }
}
