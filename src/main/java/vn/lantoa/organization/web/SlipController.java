package vn.lantoa.organization.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Slips;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Activation slips (phiếu kích hoạt): whom to give one, and the sheet that is printed once and cut. */
@Controller
class SlipController {

    /** A slip with the address its QR code opens. */
    record Printed(Slips.Slip slip, String address, SlipQr qr) {}

    private final Slips slips;
    private final Units units;
    private final Clock clock;
    private final String address;

    SlipController(Slips slips, Units units, Clock clock, @Value("${lantoa.address:}") String address) {
        this.slips = slips;
        this.units = units;
        this.clock = clock;
        this.address = address;
    }

    @GetMapping("/units/{id}/slips")
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    String choose(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) PersonId person,
            Model model) {
        var candidates = slips.candidates(actor, id, below);
        model.addAttribute("unit", units.find(id).orElseThrow(() -> new NotVisible("unit " + id)));
        model.addAttribute("below", below);
        model.addAttribute("chosen", person);
        model.addAttribute("candidates", candidates);
        model.addAttribute("full", candidates.size() >= Slips.MOST);
        names(
                candidates.stream().map(Slips.Candidate::home).toList(),
                candidates.stream().map(Slips.Candidate::person).toList(),
                model);
        return "organization/slips";
    }

    /** Shown in the answer itself and nowhere else: the codes are kept as fingerprints only. */
    @PostMapping("/units/{id}/slips")
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    String print(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) List<PersonId> person,
            Model model) {
        var printed = slips.print(actor, id, below, person == null ? Set.of() : Set.copyOf(person));
        if (printed.isEmpty()) {
            model.addAttribute("nobody", true);
            return choose(actor, id, below, null, model);
        }
        var perUnit = printed.stream()
                .map(this::withAddress)
                .collect(Collectors.groupingBy(one -> one.slip().home(), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("unit", units.find(id).orElseThrow());
        model.addAttribute("perUnit", perUnit);
        model.addAttribute("count", printed.size());
        model.addAttribute(
                "replaced",
                printed.stream()
                        .filter(Slips.Slip::replaces)
                        .map(slip -> slip.person().name())
                        .toList());
        model.addAttribute("site", base() + "/activation");
        names(
                List.copyOf(perUnit.keySet()),
                printed.stream().map(Slips.Slip::person).toList(),
                model);
        return "organization/slips-print";
    }

    private Printed withAddress(Slips.Slip slip) {
        var opens = base() + "/activation?code=" + slip.code();
        return new Printed(slip, opens, SlipQr.of(opens));
    }

    private String base() {
        var own = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return address.isBlank() ? own : address.replaceAll("/+$", "");
    }

    private void names(List<UnitId> homes, List<Actor> persons, Model model) {
        var all = new java.util.HashSet<>(homes);
        persons.forEach(person -> all.addAll(person.units()));
        model.addAttribute("unitNames", units.namesOf(all));
        model.addAttribute("zone", clock.getZone());
    }
}
