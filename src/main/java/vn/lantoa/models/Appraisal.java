package vn.lantoa.models;

import java.time.LocalDate;
import java.util.List;

/**
 * What an appraisal found (DOMAIN §1.9, "Appraisal form"). Of the police only whether it agrees, number and date.
 *
 * @param unmet codes of the criteria not met, in the order of the form
 * @param rating one of four classes beside the conclusion; null when not said
 */
record Appraisal(
        boolean passed,
        List<String> unmet,
        Headcount counts,
        boolean policeAgrees,
        String policeNumber,
        LocalDate policeDate,
        String rating,
        String minutes) {

    /** The criteria that are met or not met, as the form asks them. */
    static final List<String> CRITERIA =
            List.of("purposeFits", "legalBasis", "writtenRules", "leaderNamed", "hostConsent", "awarenessPlan");
}
