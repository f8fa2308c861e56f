package vn.lantoa.reporting.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.CoordinatedCounts;
import vn.lantoa.reporting.FigureWords;

/** "Đơn vị phối hợp trên địa bàn": counts to be read by the province and never added to its own. */
@Controller
class CoordinationPages {

    private final CoordinatedCounts counts;
    private final FigureWords words;
    private final ReportPlaces places;
    private final Clock clock;

    CoordinationPages(CoordinatedCounts counts, FigureWords words, ReportPlaces places, Clock clock) {
        this.counts = counts;
        this.words = words;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/reports/coordination")
    @Requires(Right.SEE_REPORT)
    String show(@RequestParam(required = false) String period, Actor actor, Model model) {
        var chosen = Asked.period(period, clock);
        model.addAttribute("counts", counts.of(actor, chosen));
        model.addAttribute("words", words);
        model.addAttribute("period", chosen);
        model.addAttribute("periods", ReportPlaces.periods(clock));
        model.addAttribute("places", places.of(actor));
        return "reporting/coordination";
    }
}
