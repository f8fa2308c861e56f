package vn.lantoa.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.PersonalDataErased;

/** What service tasks asked rule tables, kept for the day on which a changed table shall be asked the same. */
@Component
class TableQuestions {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TableQuestions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A question a past case asked.
     *
     * @param activity the service task
     */
    record Question(String instance, String activity, String decision, Map<String, Object> facts) {}

    /** Keeps the question when a running case asks it; a page that asks leaves no trace. */
    void keep(String decision, Map<String, Object> facts) {
        var running = Context.getBpmnExecutionContext();
        if (running == null || running.getExecution() == null) {
            return;
        }
        var execution = running.getExecution();
        jdbc.sql(
                        """
                        insert into table_question (instance, activity, business_key, decision, facts, asked_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        execution.getProcessInstanceId(),
                        execution.getCurrentActivityId(),
                        execution.getProcessBusinessKey(),
                        decision,
                        write(PlainCodes.of(facts)),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** In the order in which they were asked. */
    List<Question> of(List<String> instances) {
        return jdbc.sql("select * from table_question where instance in (:instances) order by id")
                .param("instances", instances)
                .query((row, n) -> new Question(
                        row.getString("instance"),
                        row.getString("activity"),
                        row.getString("decision"),
                        read(row.getString("facts"))))
                .list();
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        forget(forgotten.dossier());
    }

    @EventListener
    void on(PersonalDataErased erased) {
        forget(erased.dossier());
    }

    private void forget(DossierKey dossier) {
        jdbc.sql("delete from table_question where business_key = ?")
                .param(dossier.toString())
                .update();
    }

    private String write(Object facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
