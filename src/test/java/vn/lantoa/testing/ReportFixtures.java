package vn.lantoa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.document.Attachments;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.document.SignedDocuments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;

/** Reports just opened, their dossiers and their first tasks, for the test of the route table. */
@Configuration
class ReportFixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Reports reports;
    private final Units units;
    private final Tasklist tasklist;
    private final JdbcClient jdbc;

    private final Attachments attachments;
    private final OutgoingDocuments documents;
    private final SignedDocuments signed;

    ReportFixtures(
            Reports reports,
            Units units,
            Tasklist tasklist,
            JdbcClient jdbc,
            Attachments attachments,
            OutgoingDocuments documents,
            SignedDocuments signed) {
        this.attachments = attachments;
        this.documents = documents;
        this.signed = signed;
        this.reports = reports;
        this.units = units;
        this.tasklist = tasklist;
        this.jdbc = jdbc;
    }

    @Bean
    RouteFixture reportFixture() {
        return new RouteFixture() {
            @Override
            public String of() {
                return "report";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                return Map.of("id", open(branch, unit), "indicator", "D3");
            }
        };
    }

    @Bean
    RouteFixture dossierFixture() {
        return new RouteFixture() {
            @Override
            public String of() {
                return "dossier";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                return Map.of("type", "report", "id", open(branch, unit));
            }

            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.changes()) {
                    request.param("note", "Ghi chú thử");
                }
            }

            /** The first step of a report is the officer's. */
            @Override
            public Set<Post> posts(Right right) {
                return right == Right.DO_TASK ? EnumSet.of(Post.OFFICER) : right.posts();
            }
        };
    }

    /** A file of a report that its officer drafts. */
    @Bean
    RouteFixture attachmentFixture() {
        return new RouteFixture() {
            @Override
            public String of() {
                return "attachment";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var report = open(branch, unit);
                var added = SampleFiles.with(
                        SampleFiles.pdf(),
                        file -> attachments.add(
                                branch.officer(unit), new DossierKey("report", report), file, "ke-hoach.pdf"));
                return Map.of("type", "report", "id", report, "attachment", ((Attachments.Outcome.Added) added).id());
            }

            @Override
            public Set<Post> posts(Right right) {
                return right == Right.DO_TASK ? EnumSet.of(Post.OFFICER) : right.posts();
            }
        };
    }

    /** A numbered document with its signed copy. */
    @Bean
    RouteFixture documentFixture() {
        return new RouteFixture() {
            @Override
            public String of() {
                return "document";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var clerk = branch.actor(Post.RECORDS_OFFICE, unit);
                var dossier = new DossierKey("report", open(branch, unit));
                documents.expect(dossier, 0, unit, "BC", "Báo cáo thử", false);
                var id = documents.of(dossier, 0).orElseThrow().id();
                assertThat(documents.number(clerk, id, documents.proposal(unit, "BC")))
                        .isInstanceOf(OutgoingDocuments.Outcome.Done.class);
                SampleFiles.with(SampleFiles.pdf(), file -> signed.attach(clerk, id, file, "bao-cao.pdf"));
                return Map.of("id", String.valueOf(id));
            }
        };
    }

    /** The unit's officer drafts. */
    @Bean
    RouteFixture draftingFixture() {
        return new TaskFixture(Post.OFFICER, "submit", (branch, unit) -> open(branch, unit));
    }

    /** The unit's leader approves what the officer handed in. */
    @Bean
    RouteFixture approvingFixture() {
        return new TaskFixture(Post.LEADER, "approve", this::submitted);
    }

    /** The unit's officer accepts what a subordinate sent: the task lies with the superior, the dossier below. */
    @Bean
    RouteFixture acceptingFixture() {
        return new TaskFixture(Post.OFFICER, "accept", (branch, unit) -> {
            var report = submitted(branch, branch.a12);
            complete(branch.leader(branch.a12), report, "approve");
            return report;
        });
    }

    /** An open task of one post, and the outcome that closes it. */
    private final class TaskFixture implements RouteFixture {

        private final Post post;
        private final String outcome;
        private final BiFunction<Branch, UnitId, String> report;

        TaskFixture(Post post, String outcome, BiFunction<Branch, UnitId, String> report) {
            this.post = post;
            this.outcome = outcome;
            this.report = report;
        }

        @Override
        public String of() {
            return "task";
        }

        @Override
        public Map<String, String> make(Branch branch, UnitId unit) {
            return Map.of("id", taskOf(report.apply(branch, unit)));
        }

        @Override
        public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
            if (route.pattern().endsWith("/draft")) {
                request.contentType(MediaType.APPLICATION_JSON).content("{\"answers\":{},\"version\":0}");
            } else if (route.api() && route.changes()) {
                request.content("{\"outcome\":\"" + outcome + "\",\"answers\":{}}");
            } else if (route.changes()) {
                request.param("outcome", outcome);
            }
        }

        @Override
        public Set<Post> posts(Right right) {
            return right == Right.DO_TASK ? EnumSet.of(post) : right.posts();
        }

        @Override
        public String toString() {
            return outcome;
        }
    }

    private String submitted(Branch branch, UnitId unit) {
        var report = open(branch, unit);
        complete(branch.officer(unit), report, "nil");
        return report;
    }

    private void complete(Actor actor, String report, String outcome) {
        assertThat(tasklist.complete(actor, taskOf(report), outcome, Map.of(), Locale.forLanguageTag("vi")))
                .isInstanceOf(Completion.Completed.class);
    }

    private String open(Branch branch, UnitId unit) {
        var officer = branch.officer(units.superiorOf(unit).orElseThrow());
        var from = LocalDate.of(2025, 7, 1);
        var period = ReportingPeriod.span(from, from.plusDays(NUMBER.incrementAndGet()));
        return ((ReportOutcome.Done) reports.open(officer, unit, period))
                .report()
                .toString();
    }

    private String taskOf(String report) {
        return jdbc.sql("select id from task where dossier_type = 'report' and dossier_id = ?")
                .param(report)
                .query(String.class)
                .single();
    }
}
