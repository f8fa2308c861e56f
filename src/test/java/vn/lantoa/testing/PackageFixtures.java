package vn.lantoa.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.UnitId;

/** Packages of reports that came in, for the test of the route table. */
@Configuration
class PackageFixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Bean
    RouteFixture packageFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "package";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var digest = "digest-" + NUMBER.incrementAndGet();
                jdbc.sql(
                                """
                                insert into report_package (unit_id, period, digest, public_key, content, reports, received_by, received_at)
                                values (?, '2025-Y', ?, 'key', ?, 0, 1, timestamp with time zone '2026-01-01 00:00:00+07')""")
                        .params(List.of(
                                unit.value(),
                                digest,
                                "{\"format\":1,\"branch\":\"X\",\"period\":\"2025-Y\",\"reports\":[]}".getBytes()))
                        .update();
                var id = jdbc.sql("select id from report_package where digest = ?")
                        .param(digest)
                        .query(Long.class)
                        .single();
                return Map.of("id", id.toString());
            }
        };
    }
}
