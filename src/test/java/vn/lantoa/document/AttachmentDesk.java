package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.SampleFiles;

/** A report being drafted, and its officer with files. */
abstract class AttachmentDesk {

    @Autowired
    ApplicationContext context;

    @Autowired
    Attachments attachments;

    Branch branch;
    ReportId report;
    DossierKey dossier;
    Actor officer;

    @BeforeEach
    void aReportBeingDrafted() {
        branch = Branch.grow(context);
        officer = branch.officer(branch.a1);
        report = ((ReportOutcome.Done) context.getBean(Reports.class)
                        .open(
                                branch.officer(branch.a),
                                branch.a1,
                                ReportingPeriod.span(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30))))
                .report();
        dossier = report.dossier();
    }

    Attachments.Outcome add(String name) {
        return SampleFiles.with(SampleFiles.pdf(), file -> attachments.add(officer, dossier, file, name));
    }

    String add(byte[] content, String name) {
        var outcome = SampleFiles.with(content, file -> attachments.add(officer, dossier, file, name));
        assertThat(outcome).isInstanceOf(Attachments.Outcome.Added.class);
        return ((Attachments.Outcome.Added) outcome).id();
    }

    String refusal(byte[] content, String name) {
        var outcome = SampleFiles.with(content, file -> attachments.add(officer, dossier, file, name));
        assertThat(outcome).as(name).isInstanceOf(Attachments.Outcome.Refused.class);
        var refused = (Attachments.Outcome.Refused) outcome;
        return context.getMessage(refused.key(), new Object[] {refused.where()}, java.util.Locale.forLanguageTag("vi"));
    }

    static byte[] noise(int size) {
        var noise = new byte[size];
        new java.util.Random(1).nextBytes(noise);
        return noise;
    }
}
