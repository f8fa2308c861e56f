package vn.lantoa.commendation.decision;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.AwardPaper;

/** What a decision is called on paper and in lists; never by the name of who is honoured. */
@Component
public class DecisionWords {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final DecisionRows rows;
    private final AwardPaper paper;
    private final MessageSource messages;

    DecisionWords(DecisionRows rows, AwardPaper paper, MessageSource messages) {
        this.rows = rows;
        this.paper = paper;
        this.messages = messages;
    }

    /** "tặng Bằng khen của …", "đính chính Quyết định số …". */
    String subject(Decision decision) {
        return switch (decision.kind()) {
            case AWARD -> paper.word("decision.subject.AWARD", decision.titleName());
            default -> paper.word("decision.subject." + decision.kind(), of(decision));
        };
    }

    /** "số 12/QĐ-LĐLĐ ngày 18 tháng 12 năm 2026": the decision that this one is about. */
    String of(Decision decision) {
        var about = rows.find(decision.about()).orElseThrow();
        return paper.word("decision.number", about.number(), paper.date(about.dated()));
    }

    /** Why a line pays, or gives back, another sum than its own; empty when it does not. */
    public String money(Decision decision, DecisionItem item, Locale locale) {
        if (item.full() == null || item.full().equals(item.amount())) {
            return item.apart() == null ? "" : messages.getMessage("decision.money.apart", null, locale);
        }
        var key = decision.kind() == Decision.Kind.ANNULMENT
                ? item.paidBefore() > 0 ? "kept" : "more"
                : item.amount() == 0 ? "none" : "part";
        return messages.getMessage(
                "decision.money." + key,
                new Object[] {
                    item.paidBy() == null ? "" : item.paidBy(), PrizeMoney.figures(Math.abs(item.paidBefore()))
                },
                locale);
    }

    /** A word of decisions with its first letter as a sentence begins. */
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(VIETNAMESE) + text.substring(1);
    }
}
