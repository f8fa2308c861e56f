package vn.lantoa.demo;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo remembers over a restart. */
@Component
@Profile("demo")
class DemoSettings {

    private final JdbcClient jdbc;

    DemoSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(String name) {
        return jdbc.sql("select content from demo_setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    void put(String name, String content) {
        var changed = jdbc.sql("update demo_setting set content = ? where name = ?")
                .params(content, name)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into demo_setting (name, content) values (?, ?)")
                    .params(name, content)
                    .update();
        }
    }
}
