package vn.lantoa.models.catalogue.web;

import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.document.Attachments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.Claims;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.catalogue.CatalogueFilter;
import vn.lantoa.models.catalogue.KindKeeping;
import vn.lantoa.models.catalogue.KindPictures;
import vn.lantoa.models.catalogue.KindShelf;
import vn.lantoa.models.catalogue.SiteCatalogue;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** A kind of model: what it is for, what it takes, what to copy, and where it lives. */
@Controller
class KindPages {

    private final ModelKinds kinds;
    private final KindShelf shelf;
    private final Claims claims;
    private final KindKeeping keeping;
    private final KindPictures pictures;
    private final SiteCatalogue catalogue;
    private final Attachments attachments;
    private final Units units;
    private final CatalogueWords words;

    KindPages(
            ModelKinds kinds,
            KindShelf shelf,
            Claims claims,
            KindKeeping keeping,
            KindPictures pictures,
            SiteCatalogue catalogue,
            Attachments attachments,
            Units units,
            CatalogueWords words) {
        this.kinds = kinds;
        this.shelf = shelf;
        this.claims = claims;
        this.keeping = keeping;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.units = units;
        this.words = words;
    }

    /** A kind that was merged leads to the one as which it goes on. */
    @GetMapping("/models/kinds/{id}")
    @OpenToSignedIn
    ModelAndView kind(@PathVariable String id, Actor actor, Locale locale) {
        var kind = kind(id);
        if (kind.state() == ModelKind.State.MERGED) {
            return new ModelAndView(
                    "redirect:/models/kinds/" + kinds.current(kind.id()).id());
        }
        var filter = new CatalogueFilter("", kind.id(), null, null, null, null, null);
        return new ModelAndView("models/kind")
                .addObject("kind", kind)
                .addObject("card", shelf.card(kind))
                .addObject("branches", shelf.branches(kind.id()))
                .addObject("claims", claims.of(kind.id()))
                .addObject("exemplary", shelf.exemplary(kind.id()))
                .addObject("alike", shelf.alike(kind))
                .addObject("mergers", shelf.mergedInto(kind.id()))
                .addObject(
                        "sites",
                        catalogue.page(actor, filter).items().stream()
                                .map(line -> words.row(line, locale))
                                .toList())
                .addObject("files", attachments.shown(dossier(kind.id())))
                .addObject("keeper", units.find(kind.keeper()).map(Unit::name).orElse(""))
                .addObject("keeps", keeping.keeps(actor, kind))
                .addObject("builds", Right.BUILD_MODEL.posts().stream().anyMatch(actor::holds))
                .addObject("others", keeping.keeps(actor, kind) ? kinds.offered() : java.util.List.of());
    }

    @GetMapping("/models/kinds/{id}/picture")
    @OpenToSignedIn
    ResponseEntity<byte[]> picture(@PathVariable String id, Actor actor) {
        var picture = pictures.find(kind(id).id()).orElseThrow(() -> new NotVisible("picture of model kind " + id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .eTag(picture.sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(picture.content());
    }

    private ModelKind kind(String id) {
        return kinds.find(KindId.inAddress(id)).orElseThrow(() -> new NotVisible("model kind " + id));
    }

    static DossierKey dossier(KindId id) {
        return new DossierKey("model-kind", id.toString());
    }
}
