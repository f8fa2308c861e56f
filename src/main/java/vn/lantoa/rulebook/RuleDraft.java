package vn.lantoa.rulebook;

import java.util.Map;
import vn.lantoa.organization.UnitId;

/**
 * A change as somebody wrote it in the form, not yet looked at.
 *
 * @param unit the branch whose own rule it is, null for the installation's
 * @param values by column code
 * @param corrects the first day of the planned row that is corrected, empty for a new row
 * @param ends whether the rule is to end (or a planned row to be taken back) instead of getting other values
 */
public record RuleDraft(
        String table,
        UnitId unit,
        Map<String, String> values,
        String from,
        String to,
        String basis,
        String corrects,
        boolean ends) {}
