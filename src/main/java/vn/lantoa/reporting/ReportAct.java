package vn.lantoa.reporting;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.lantoa.organization.Right;

/** The acts beside the steps: in which states, by which right, with what to fill in. One table for buttons, use cases and documentation. */
enum ReportAct {
    WITHDRAW(
            "withdrawal",
            Right.WITHDRAW_REPORT,
            EnumSet.of(ReportState.CHECKING, ReportState.APPROVING, ReportState.NUMBERING, ReportState.SENT),
            List.of()),
    EXTEND(
            "extension",
            Right.EXTEND_REPORT,
            EnumSet.complementOf(EnumSet.of(ReportState.SENT, ReportState.ACCEPTED, ReportState.SENT_OUTSIDE)),
            List.of("until", "reason")),
    REOPEN(
            "reopening",
            Right.REOPEN_REPORT,
            EnumSet.of(ReportState.ACCEPTED, ReportState.SENT_OUTSIDE),
            List.of("reason")),
    ENTER(
            "entry",
            Right.ENTER_FOR_UNIT,
            EnumSet.of(ReportState.DRAFTING, ReportState.RETURNED, ReportState.REOPENED),
            List.of("reason"));

    private final String path;
    private final Right right;
    private final Set<ReportState> states;
    private final List<String> asks;

    ReportAct(String path, Right right, Set<ReportState> states, List<String> asks) {
        this.path = path;
        this.right = right;
        this.states = states;
        this.asks = asks;
    }

    /** The last part of its address; its button is message {@code report.act.<path>}. */
    String path() {
        return path;
    }

    Right right() {
        return right;
    }

    Set<ReportState> states() {
        return states;
    }

    List<String> asks() {
        return asks;
    }

    boolean possible(Report report) {
        // Nobody enters a report in the place of a unit without a superior.
        return states.contains(report.state()) && (this != ENTER || report.parent() != null);
    }
}
