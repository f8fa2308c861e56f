package vn.lantoa.reporting;

import java.util.Arrays;
import java.util.Optional;

/** Where a report stands; while its process runs this follows from the open step. Words: message {@code report.state.<NAME>}. */
public enum ReportState {
    /** The unit drafts it. */
    DRAFTING(UnitReport.DRAFT),
    /** The unit completes what its superior returned: the timeliness of the first sending stands. */
    RETURNED(UnitReport.DRAFT),
    /** The unit corrects an accepted report: a restatement. */
    REOPENED(UnitReport.DRAFT),
    CHECKING(UnitReport.CHECK),
    APPROVING(UnitReport.APPROVE),
    /** Approved, waits for its number before it is sent. */
    NUMBERING(UnitReport.NUMBER),
    /** Sent, waits for the superior. */
    SENT(UnitReport.ACCEPT),
    /** The superior fills it in for the unit. */
    ENTERING(UnitReport.ENTER),
    APPROVING_ENTRY(UnitReport.APPROVE_ENTRY),
    /** Locked. */
    ACCEPTED(null),
    /** A report of a practice that is over (ADR 0039); never one of a real unit. */
    DROPPED(null),
    /** Locked; the unit has no superior in the system, its report went out on paper with its number. */
    SENT_OUTSIDE(null);

    private final String step;

    ReportState(String step) {
        this.step = step;
    }

    /** The id of the open step in the diagram; empty when no process runs. */
    public Optional<String> step() {
        return Optional.ofNullable(step);
    }

    /**
     * The state when this step opens.
     *
     * @param now the state it comes from: a step that an administrator drew is a check while the unit has the report, and changes nothing
     *     after it was sent
     * @param drafting the kind of draft it has become, for the step of drafting
     */
    static ReportState at(String step, ReportState now, ReportState drafting) {
        if (step.equals(UnitReport.DRAFT)) {
            return drafting;
        }
        return Arrays.stream(values())
                .filter(state -> step.equals(state.step))
                .findFirst()
                .orElse(UnitReport.DRAFT.equals(now.step) ? CHECKING : now);
    }
}
