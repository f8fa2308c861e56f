package vn.lantoa.testing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;

/** Reports just opened, their dossiers and their first tasks, for the test of the route table. */
@Configuration
class ReportFixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Reports reports;
    private final Units units;
    private final JdbcClient jdbc;

    ReportFixtures(Reports reports, Units units, JdbcClient jdbc) {
        this.reports = reports;
        this.units = units;
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
                return Map.of("id", open(branch, unit));
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
        };
    }

    @Bean
    RouteFixture taskFixture() {
        return new RouteFixture() {
            @Override
            public String of() {
                return "task";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                return Map.of("id", taskOf(open(branch, unit)));
            }

            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.pattern().endsWith("/draft")) {
                    request.contentType(MediaType.APPLICATION_JSON).content("{\"answers\":{},\"version\":0}");
                } else if (route.api() && route.changes()) {
                    request.content("{\"outcome\":\"submit\",\"answers\":{}}");
                } else if (route.changes()) {
                    request.param("outcome", "submit");
                }
            }

            /** The first task of a report is the officer's. */
            @Override
            public Set<Post> posts(Right right) {
                return right == Right.DO_TASK ? EnumSet.of(Post.OFFICER) : right.posts();
            }
        };
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
