package vn.lantoa.commendation.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.commendation.AwardPaper;
import vn.lantoa.commendation.WrittenNumbers;
import vn.lantoa.document.LetterPicture;
import vn.lantoa.document.Letters;
import vn.lantoa.organization.Actor;

/** A decision as a document of Word and as PDF: layout T3 of DOMAIN §5.4, its list as annex, its code to verify it by. */
@Component
public class DecisionPaper {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** Millimetres: small beside a line of text, and still read by any telephone. */
    static final int QR = 24;

    private final AwardDecisions decisions;
    private final DecisionRows rows;
    private final DecisionWords words;
    private final AwardPaper paper;
    private final Letters letters;
    private final DecisionLetterKind kind;
    private final String address;

    DecisionPaper(
            AwardDecisions decisions,
            DecisionRows rows,
            DecisionWords words,
            AwardPaper paper,
            Letters letters,
            DecisionLetterKind kind,
            @Value("${lantoa.address:}") String address) {
        this.decisions = decisions;
        this.rows = rows;
        this.words = words;
        this.paper = paper;
        this.letters = letters;
        this.kind = kind;
        this.address = address;
    }

    /**
     * @param reached where the house was reached, for a paper of an installation that has not said its own address
     * @throws vn.lantoa.organization.NotVisible when the person sees no decisions of the unit
     */
    @Transactional
    public byte[] docx(Actor actor, DecisionId id, String reached) {
        return letters.docx(kind, content(decisions.find(actor, id, "decision-file"), reached));
    }

    /** The same as PDF. */
    @Transactional
    public byte[] pdf(Actor actor, DecisionId id, String reached) {
        var view = decisions.find(actor, id, "decision-file");
        return letters.pdf(kind, content(view, reached), DecisionWords.capital(words.subject(view.decision())));
    }

    private Map<String, Object> content(DecisionView view, String reached) {
        var decision = view.decision();
        var unit = paper.unit(decision.unit());
        var letter = new LinkedHashMap<>(
                paper.frame(unit, decision.id().dossier(), AwardDecisions.REVISION, "QĐ", decision.approvedBy()));
        var subject = words.subject(decision);
        letter.put("subject", subject);
        letter.put(
                "subjectAnnex",
                DecisionWords.capital(paper.word("decision.annex." + decision.kind(), annexOf(decision))));
        letter.put("body", paper.body(unit));
        letter.put("bases", paper.grounds(view.dated(), further(view)));
        var articles = articles(view, unit.name());
        letter.put("articles", articles);
        letter.put("list", lines(view));
        letter.put("total", view.total() == 0 ? List.of() : List.of(Map.of("text", total(view))));
        letter.put("code", decision.shownCode());
        var verify = (address.isBlank() ? reached : address).replaceAll("/+$", "") + "/verify";
        letter.put("address", verify);
        letter.put("qr", LetterPicture.qr(verify + "/" + decision.shownCode(), QR));
        letter.put(
                "recipients",
                List.of(
                        Map.of("name", paper.word("recipient.article", String.valueOf(articles.size()))),
                        Map.of("name", paper.word("recipient.archive"))));
        return letter;
    }

    private String annexOf(Decision decision) {
        return decision.kind() == Decision.Kind.AWARD ? decision.titleName() : words.of(decision);
    }

    private List<String> further(DecisionView view) {
        return view.decision().kind() == Decision.Kind.AWARD
                ? List.of(paper.word("decision.ground.proposal"))
                : List.of(paper.word("decision.ground.about", words.of(view.decision())));
    }

    private List<Map<String, Object>> articles(DecisionView view, String unit) {
        var decision = view.decision();
        var texts = new ArrayList<String>();
        if (decision.kind() == Decision.Kind.AWARD) {
            texts.add(paper.word("decision.article.award", decision.titleName(), recipients(view)));
            var money = paper.word(view.total() == 0 ? "decision.article.no-money" : "decision.article.money");
            texts.add(view.reduced().isEmpty() ? money : money + " " + paper.word("decision.article.highest"));
        } else {
            texts.add(paper.word("decision.article." + decision.kind(), words.of(decision), decision.reason()));
            if (decision.kind() == Decision.Kind.ANNULMENT) {
                texts.add(paper.word("decision.article.return"));
            }
        }
        texts.add(paper.word("decision.article.effect"));
        texts.add(paper.word("decision.article.who", unit));
        var articles = new ArrayList<Map<String, Object>>();
        for (var place = 0; place < texts.size(); place++) {
            var label = paper.word("decision.article", String.valueOf(place + 1));
            articles.add(Map.of("label", label, "body", texts.get(place), "text", label + " " + texts.get(place)));
        }
        return articles;
    }

    private List<Map<String, Object>> lines(DecisionView view) {
        var printed = new LinkedHashMap<Long, String>();
        if (view.decision().about() != null) {
            rows.items(view.decision().about()).forEach(item -> printed.put(item.id(), item.name()));
        }
        var lines = new ArrayList<Map<String, Object>>();
        for (var item : view.items().stream().filter(DecisionItem::stands).toList()) {
            lines.add(Map.of(
                    "place",
                    String.valueOf(lines.size() + 1),
                    "name",
                    item.name() == null ? "" : item.name(),
                    "unit",
                    item.place() == null ? "" : item.place(),
                    "period",
                    AwardPaper.span(item.from(), item.to()),
                    "money",
                    item.amount() == null || item.amount() == 0 ? "" : PrizeMoney.figures(item.amount()),
                    "note",
                    note(view.decision(), item, printed)));
        }
        return lines;
    }

    private String note(Decision decision, DecisionItem item, Map<Long, String> printed) {
        return decision.kind() == Decision.Kind.CORRECTION
                ? paper.word("decision.note.printed", printed.getOrDefault(item.about(), ""))
                : words.money(decision, item, VIETNAMESE);
    }

    private String total(DecisionView view) {
        return paper.word(
                "decision.total." + view.decision().kind(),
                recipients(view),
                PrizeMoney.figures(view.total()),
                WrittenNumbers.ofMoney(view.total()));
    }

    /** "2 tập thể, 5 cá nhân": of what there is none, nothing is said. */
    private String recipients(DecisionView view) {
        return Stream.of(true, false)
                .filter(collective -> view.count(collective) > 0)
                .map(collective -> paper.word(
                        collective ? "decision.collectives" : "decision.persons",
                        String.valueOf(view.count(collective))))
                .collect(Collectors.joining(", "));
    }
}
