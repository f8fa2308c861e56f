package vn.lantoa.organization.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The page "Tổ chức và cán bộ": the dated tree and one unit of it. */
@Controller
class UnitController {

    private final UnitPages pages;

    UnitController(UnitPages pages) {
        this.pages = pages;
    }

    @GetMapping("/units")
    @Requires(Right.SEE_UNIT)
    String units(
            Actor actor,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) String after,
            Model model) {
        return pages.list(actor, q, on, after, model);
    }

    @GetMapping("/units/{id}")
    @Requires(value = Right.SEE_UNIT, of = "unit")
    String unit(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) String after,
            Model model) {
        return pages.unit(actor, id, on, after, model);
    }
}
