package vn.lantoa.commendation.decision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.commendation.decision.Honours;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Page;

/** "Sổ vàng khen thưởng": open to everybody who signed in, for it names only those who agreed to be named. */
@Controller
class HonourPages {

    private final Honours honours;
    private final MessageSource messages;
    private final Clock clock;

    HonourPages(Honours honours, MessageSource messages, Clock clock) {
        this.honours = honours;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/awards/honours")
    @OpenToSignedIn
    ModelAndView list(
            @RequestParam(required = false) String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String after) {
        var shown = year(year);
        var words = q.length() > 100 ? "" : q;
        var page = new ModelAndView("commendation/honours");
        var lines = honours.of(shown, words, after);
        page.addObject("year", shown);
        page.addObject(
                "years",
                Stream.concat(Stream.of(shown), honours.years().stream())
                        .distinct()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        page.addObject("q", words);
        page.addObject("count", honours.count(shown));
        page.addObject("lines", lines.items());
        page.addObject("first", after == null ? null : address(shown, words, null));
        page.addObject("next", lines.next() == null ? null : address(shown, words, lines.next()));
        return page;
    }

    @GetMapping("/awards/honours.xlsx")
    @OpenToSignedIn
    void file(
            @RequestParam(required = false) String year,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var shown = year(year);
        var columns = Stream.of("date", "number", "issuer", "title", "name", "unit")
                .map(code -> new Column(word("honours.column." + code, locale), code.equals("date") ? 14 : 40))
                .toList();
        new ListFile(
                        word("honours.title", locale),
                        "so-vang-khen-thuong",
                        columns,
                        messages.getMessage("file.cut", new Object[] {ListFile.MOST_ROWS}, locale),
                        after -> {
                            var page = honours.of(shown, q, after);
                            return new Page<>(
                                    page.items().stream()
                                            .map(line -> row(line, locale))
                                            .toList(),
                                    page.next());
                        })
                .send(response);
    }

    private List<Value> row(Honours.Line line, Locale locale) {
        return List.of(
                Value.of(line.date()),
                Value.of(line.number()),
                Value.of(line.issuer()),
                Value.of(line.title()),
                Value.of(line.name() == null ? word("honours.unnamed", locale) : line.name()),
                Value.of(line.unit()));
    }

    private static String address(int year, String words, String after) {
        var address = UriComponentsBuilder.fromPath("/awards/honours").queryParam("year", year);
        if (!words.isBlank()) {
            address.queryParam("q", words);
        }
        return (after == null ? address : address.queryParam("after", after))
                .build()
                .toUriString();
    }

    private int year(String year) {
        return year != null && year.matches("20\\d\\d")
                ? Integer.parseInt(year)
                : LocalDate.now(clock).getYear();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
