package vn.lantoa.commendation.slate;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.lantoa.commendation.Eligibility;
import vn.lantoa.commendation.EligibilityFinding;
import vn.lantoa.commendation.EligibilityFinding.Outcome;
import vn.lantoa.commendation.NominationId;

/** What is to be looked at in a line before somebody decides on it with many others. */
@Component
class Findings {

    private final Eligibility eligibility;
    private final MessageSource messages;

    Findings(Eligibility eligibility, MessageSource messages) {
        this.eligibility = eligibility;
        this.messages = messages;
    }

    /**
     * What the table of eligibility says about one nomination today.
     *
     * @param sentences in words, the hardest first; what is merely to be known is left out
     * @param against whether it cannot be put forward as it stands
     */
    record Found(List<String> sentences, boolean against) {}

    Found of(NominationId id, Locale locale) {
        var said = eligibility.of(id).stream()
                .filter(finding -> finding.outcome() != Outcome.INFO)
                .toList();
        return new Found(
                said.stream()
                        .map(EligibilityFinding::reasonKey)
                        .map(key -> StringUtils.capitalize(messages.getMessage(key, null, locale)))
                        .toList(),
                said.stream().anyMatch(finding -> finding.outcome() != Outcome.WARN));
    }
}
