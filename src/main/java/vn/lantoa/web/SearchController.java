package vn.lantoa.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.dossier.Searchable.Hit;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.VietnameseText;

/** One search over everything one may see, grouped by kinds. */
@Controller
class SearchController {

    /** What one kind found; {@code all} leads to all of them, null when all are shown. */
    record Group(String kind, List<Hit> hits, String all) {}

    private static final int LONGEST = 200;
    private static final int FEW = 5;
    private static final int PAGE = 25;

    private final List<Searchable> kinds;

    SearchController(List<Searchable> kinds) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparingInt(Searchable::rank)).toList();
    }

    @OpenToSignedIn
    @GetMapping("/search")
    String search(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String after,
            Model model) {
        var words = VietnameseText.clean(q.length() > LONGEST ? q.substring(0, LONGEST) : q);
        var chosen = kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
        model.addAttribute("q", words);
        model.addAttribute("kind", chosen.map(Searchable::kind).orElse(null));
        model.addAttribute("asked", !words.isEmpty());
        if (chosen.isPresent()) {
            var page = chosen.get().find(actor, words, after, PAGE);
            model.addAttribute("groups", List.of(new Group(chosen.get().kind(), page.items(), null)));
            model.addAttribute("first", after == null ? null : address(words, kind, null));
            model.addAttribute("next", page.next() == null ? null : address(words, kind, page.next()));
        } else {
            model.addAttribute(
                    "groups", kinds.stream().map(one -> few(one, actor, words)).toList());
        }
        return "web/search";
    }

    private static Group few(Searchable kind, Actor actor, String words) {
        var page = kind.find(actor, words, null, FEW);
        return new Group(kind.kind(), page.items(), page.next() == null ? null : address(words, kind.kind(), null));
    }

    private static String address(String words, String kind, String after) {
        var address =
                UriComponentsBuilder.fromPath("/search").queryParam("q", "{q}").queryParam("kind", "{kind}");
        return after == null
                ? address.encode().buildAndExpand(words, kind).toUriString()
                : address.queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(words, kind, after)
                        .toUriString();
    }
}
