package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A whole branch is asked, each unit once, and counted. */
@IntegrationTest
class CampaignTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reports reports;

    @Autowired
    CampaignRates rates;

    @Autowired
    JdbcClient jdbc;

    CampaignWalk walk;
    Branch branch;

    @BeforeEach
    void inMay2027() {
        walk = new CampaignWalk(context);
        branch = walk.branch;
        walk.itIs(5, 20);
    }

    @AfterEach
    void everythingAgrees() {
        walk.itIsNow();
        ReportConsistency.check(context);
    }

    @Test
    void every_unit_of_the_branch_is_asked_once_and_what_was_opened_by_hand_is_taken_over() {
        var byHand = reports.open(branch.officer(branch.root), branch.a, CampaignWalk.PERIOD);
        var id = walk.open();
        assertThat(walk.state(id)).isEqualTo(Campaign.State.OPENING);
        assertThat(walk.campaigns.progress(branch.officer(branch.root), id))
                .isEqualTo(new Campaigns.Progress(Campaign.State.OPENING, 8, 0, 0, 3, 0, 0));

        context.getBean(CampaignOpening.class).workThrough();

        assertThat(walk.campaigns.progress(branch.officer(branch.root), id))
                .isEqualTo(new Campaigns.Progress(Campaign.State.OPEN, 8, 0, 8, 3, 3, 0));
        assertThat(walk.report(branch.a)).isEqualTo(((ReportOutcome.Done) byHand).report());
        assertThat(walk.desk
                        .task(branch.officer(branch.a11), walk.report(branch.a11), "DraftReport")
                        .due())
                .isEqualTo("2027-06-04");
        assertThat(jdbc.sql("select path from report where id = ?")
                        .param(walk.report(branch.a11).value())
                        .query(String.class)
                        .single())
                .isEqualTo("/" + branch.root + "/" + branch.a + "/" + branch.a1 + "/" + branch.a11 + "/");
    }

    @Test
    void the_tree_of_rates_counts_each_branch_by_the_frozen_tree() {
        var id = walk.opened();
        walk.send(branch.a11);
        walk.accept(branch.a1, branch.a11);
        walk.itIs(6, 9);
        walk.send(branch.a12);
        walk.itIs(6, 16);

        var ofRoot = rates.of(branch.officer(branch.root), id, branch.root);
        assertThat(ofRoot.lines()).extracting(CampaignRates.Line::unit).containsExactly(branch.a, branch.b);
        assertThat(ofRoot.lines().get(0).counts()).isEqualTo(new CampaignRates.Counts(5, 2, 1, 1, 1, 1, 2, 0, 0));
        assertThat(ofRoot.total()).isEqualTo(new CampaignRates.Counts(7, 2, 1, 1, 1, 1, 3, 0, 0));
        var ofCommune = rates.of(branch.officer(branch.a1), id, branch.a1);
        assertThat(ofCommune.total()).isEqualTo(new CampaignRates.Counts(2, 2, 1, 1, 1, 1, 0, 0, 0));
    }

    @Test
    void exempt_units_are_not_asked_and_new_ones_never_late() {
        var exemptions = context.getBean(CampaignExemptions.class);
        assertThat(exemptions.exempt(branch.leader(branch.root), branch.b, CampaignWalk.PERIOD, " "))
                .isPresent();
        assertThat(exemptions.exempt(branch.leader(branch.root), branch.b, CampaignWalk.PERIOD, "Mới hợp nhất"))
                .isEmpty();
        jdbc.sql("update unit set founded_on = date '2027-04-01' where id = ?")
                .param(branch.a2.value())
                .update();
        var id = walk.opened();
        assertThat(walk.status(id, branch.b)).isEqualTo("EXEMPT");
        assertThat(walk.status(id, branch.a2)).isEqualTo("NEW");
        walk.itIs(6, 28);
        var total = rates.of(branch.officer(branch.root), id, branch.root).total();
        assertThat(total.expected()).isEqualTo(6);
        assertThat(total.exempt()).isEqualTo(1);
        assertThat(total.missing()).isEqualTo(5);
    }

    @Test
    void only_the_superior_s_officer_opens_and_only_its_leader_closes() {
        assertThatThrownBy(() -> walk.campaigns.open(branch.officer(branch.a), branch.a, CampaignWalk.PERIOD))
                .isInstanceOf(NotAllowed.class);
        assertThat(walk.campaigns.open(branch.officer(branch.root), branch.a, CampaignWalk.PERIOD))
                .isInstanceOf(CampaignOutcome.Done.class);
        assertThat(walk.campaigns.open(branch.officer(branch.root), branch.root, CampaignWalk.PERIOD))
                .isEqualTo(CampaignOutcome.Conflict.of("campaign.conflict.overlaps", "LĐLĐ tỉnh A"));
        var id =
                walk.campaigns.asking(branch.officer(branch.a), branch.a).get(0).id();
        context.getBean(CampaignOpening.class).workThrough();
        assertThatThrownBy(() -> walk.campaigns.close(branch.leader(branch.a), id, "Lý do"))
                .isInstanceOf(NotAllowed.class);
        assertThat(walk.campaigns.close(branch.leader(branch.root), id, null))
                .isEqualTo(CampaignOutcome.Refused.at("reason", "campaign.refused.still-missing", 5));
    }

    @Test
    void bad_input_gets_a_clear_answer_and_leaves_nothing() {
        var officer = branch.officer(branch.root);
        walk.itIs(6, 9);
        assertThat(walk.campaigns.open(officer, branch.root, CampaignWalk.PERIOD))
                .isEqualTo(CampaignOutcome.Refused.at("period", "campaign.refused.date-past", 4, "04/06/2027"));
        walk.itIs(5, 20);
        assertThat(walk.campaigns.open(officer, branch.root, ReportingPeriod.yearOf(2028)))
                .isEqualTo(CampaignOutcome.Refused.at("period", "report.refused.period"));
        UnitId lonely = branch.unit("X", "CĐCS không có ai", UnitKind.PROVINCIAL_FEDERATION, branch.root);
        assertThat(walk.campaigns.open(officer, lonely, CampaignWalk.PERIOD))
                .isEqualTo(CampaignOutcome.Refused.at("unit", "campaign.refused.empty-branch", "CĐCS không có ai"));
        jdbc.sql("update report_deadline set due_day = 22 where period_kind = 'H1' and level_no = 3")
                .update();
        try {
            assertThat(walk.campaigns.open(officer, branch.root, CampaignWalk.PERIOD))
                    .isEqualTo(CampaignOutcome.Refused.at(
                            "period", "campaign.refused.dates-out-of-order", 3, "22/06/2027", "19/06/2027"));
        } finally {
            jdbc.sql("update report_deadline set due_day = 10 where period_kind = 'H1' and level_no = 3")
                    .update();
        }
        walk.open();
        assertThat(walk.campaigns.open(officer, branch.root, CampaignWalk.PERIOD))
                .isEqualTo(CampaignOutcome.Conflict.of("campaign.conflict.opened-twice"));
        context.getBean(CampaignOpening.class).workThrough();
    }

    @Test
    void an_indicator_that_ends_meanwhile_is_still_asked_by_reports_of_the_campaign() {
        walk.open();
        jdbc.sql("update indicator set valid_to = date '2027-05-20' where code = 'D3'")
                .update();
        try {
            context.getBean(CampaignOpening.class).workThrough();
            walk.itIs(5, 25);
            walk.send(branch.a11);
        } finally {
            jdbc.sql("update indicator set valid_to = null where code = 'D3'").update();
        }
        var lists = jdbc.sql("select distinct list_id from report where path like ?")
                .param("/" + branch.root + "/%")
                .query(Long.class)
                .list();
        assertThat(lists).hasSize(1);
        assertThat(List.of("ACCEPTED", "SENT"))
                .contains(jdbc.sql("select state from report where id = ?")
                        .param(walk.report(branch.a11).value())
                        .query(String.class)
                        .single());
    }
}
