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
    void the_application_starts_on_an_empty_database() {
        assertThat(jdbc.sql("select count(*) from act_ru_task")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
