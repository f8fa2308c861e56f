package vn.lantoa.reporting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Units;

/** Section VI as people read it: "1. … (gửi Tổng Liên đoàn; theo báo cáo của Công đoàn xã A)". */
@Component
public class ProposalWords {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;
    private final Units units;

    ProposalWords(MessageSource messages, Units units) {
        this.messages = messages;
        this.units = units;
    }

    /** One line a proposal, numbered; what is written in a report is Vietnamese. */
    public String asText(List<Proposal> proposals) {
        return IntStream.range(0, proposals.size())
                .mapToObj(i -> (i + 1) + ". " + asText(proposals.get(i)))
                .collect(Collectors.joining("\n"));
    }

    /** To whom a proposal is addressed. */
    public String addressee(Proposal.Addressee addressee, Locale locale) {
        return messages.getMessage("report.addressee." + addressee, null, locale);
    }

    private String asText(Proposal proposal) {
        var names = units.namesOf(proposal.sources());
        var sources = proposal.sources().stream().map(names::get).collect(Collectors.joining(", "));
        var addressee = addressee(proposal.addressee(), VIETNAMESE);
        var key = sources.isEmpty() ? "report.proposal.to" : "report.proposal.to-from";
        return proposal.matter() + " " + messages.getMessage(key, new Object[] {addressee, sources}, VIETNAMESE);
    }
}
