package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A step that an administrator drew has no state of its own; the report has one all the same. */
class ReportStateTest {

    @Test
    void an_added_step_is_a_check_before_the_sending_and_nothing_after_it() {
        assertThat(ReportState.at("Proofread", ReportState.RETURNED, ReportState.RETURNED))
                .isEqualTo(ReportState.CHECKING);
        assertThat(ReportState.at("Proofread", ReportState.APPROVING, ReportState.DRAFTING))
                .isEqualTo(ReportState.APPROVING);
        assertThat(ReportState.at("Proofread", ReportState.SENT, ReportState.DRAFTING))
                .isEqualTo(ReportState.SENT);
        assertThat(ReportState.at(UnitReport.DRAFT, ReportState.CHECKING, ReportState.RETURNED))
                .isEqualTo(ReportState.RETURNED);
    }
}
