package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class StartTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_application_starts_with_its_processes_in_service() {
        assertThat(jdbc.sql("select distinct key_ from act_re_procdef")
                        .query(String.class)
                        .list())
                .contains("unit-report");
    }
}
