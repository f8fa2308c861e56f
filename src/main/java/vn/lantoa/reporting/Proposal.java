package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.UnitId;

/**
 * One proposal of section VI of a report.
 *
 * @param sources the subordinate units whose accepted reports it was taken from; empty when it is the unit's own
 * @param corrected whether a leader changed or added it
 */
public record Proposal(String matter, Addressee addressee, List<UnitId> sources, boolean corrected) {

    /** To whom it is addressed; words: message {@code report.addressee.<NAME>}. */
    public enum Addressee {
        CONFEDERATION,
        SUPERIOR,
        PUBLIC_SECURITY,
        LOCAL_AUTHORITY,
        OTHER
    }

    static final String FIELD = "proposalRows";

    private static final int LONGEST_MATTER = 2000;

    /**
     * Reads what the form accepted.
     *
     * @param known the units a row may name as its source; others are dropped
     */
    static List<Proposal> ofAnswers(Object answers, Set<UnitId> known) {
        var proposals = new ArrayList<Proposal>();
        if (answers instanceof List<?> rows) {
            for (var row : rows) {
                if (row instanceof Map<?, ?> given
                        && given.get("matter") instanceof String matter
                        && !matter.isBlank()) {
                    var sources = given.get("from") instanceof String from ? sources(from, known) : List.<UnitId>of();
                    proposals.add(new Proposal(matter.strip(), addressee(given.get("addressee")), sources, false));
                }
            }
        }
        return List.copyOf(proposals);
    }

    /** These proposals in the place of the earlier ones, those that are not among them marked. */
    static List<Proposal> corrected(List<Proposal> before, List<Proposal> after) {
        return after.stream()
                .map(proposal -> before.stream()
                        .filter(proposal::saysTheSameAs)
                        .findFirst()
                        .orElse(new Proposal(proposal.matter, proposal.addressee, proposal.sources, true)))
                .toList();
    }

    /** A text of section VI from before it had rows: one proposal a line. */
    static List<Proposal> ofText(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("^[\\s\\-+•*]+", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_MATTER)))
                .map(line -> new Proposal(line, Addressee.OTHER, List.of(), false))
                .toList();
    }

    /** As the form shows it and the API answers it. */
    Map<String, Object> asAnswer() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("matter", matter);
        answer.put("addressee", addressee.name());
        answer.put("from", sources.stream().map(UnitId::toString).collect(Collectors.joining(" ")));
        return answer;
    }

    private boolean saysTheSameAs(Proposal other) {
        return matter.equals(other.matter) && addressee == other.addressee && sources.equals(other.sources);
    }

    private static List<UnitId> sources(String from, Set<UnitId> known) {
        return Arrays.stream(from.split("\\s+"))
                .filter(AddressId::is)
                .map(UnitId::of)
                .filter(known::contains)
                .distinct()
                .toList();
    }

    private static Addressee addressee(Object code) {
        return Arrays.stream(Addressee.values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElse(Addressee.OTHER);
    }
}
