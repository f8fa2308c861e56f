package vn.lantoa.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.onboarding.Imports;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;

/** An import just sent, for the test of the route table. */
@Configuration
class ImportFixtures {

    @Bean
    RouteFixture importFixture(Imports imports) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "import";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var file = "Mã đơn vị;Tên đơn vị\n".getBytes(StandardCharsets.UTF_8);
                var id = imports.receive(
                        branch.actor(Post.UNIT_ADMINISTRATOR, unit),
                        unit,
                        UUID.randomUUID().toString(),
                        "thu.csv",
                        new ByteArrayInputStream(file));
                return Map.of("id", String.valueOf(id));
            }
        };
    }
}
