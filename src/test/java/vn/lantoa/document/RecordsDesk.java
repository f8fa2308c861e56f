package vn.lantoa.document;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.document.OutgoingDocuments.Outcome;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;

/** The records office of a unit, and the reports its leader sends. */
abstract class RecordsDesk {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    OutgoingList list;

    @Autowired
    Clock clock;

    Branch branch;
    Actor clerk;
    LocalDate today;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        clerk = branch.actor(Post.RECORDS_OFFICE, branch.a1);
        today = LocalDate.now(clock);
    }

    ReportId sent(UnitId unit, int year) {
        var report = ((ReportOutcome.Done) context.getBean(Reports.class)
                        .open(branch.officer(branch.a), unit, ReportingPeriod.yearOf(year)))
                .report();
        var desk = new ReportDesk(context);
        desk.complete(branch.officer(unit), report, "DraftReport", "nil", Map.of());
        desk.complete(branch.leader(unit), report, "ApproveReport", "approve", Map.of());
        return report;
    }

    Outcome give(long id, String number) {
        return documents.number(clerk, id, new DocumentNumber(null, Integer.parseInt(number), "BC-CĐ", today));
    }

    static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(actor.username())).with(csrf());
    }
}
