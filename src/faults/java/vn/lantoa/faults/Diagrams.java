package vn.lantoa.faults;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Small processes of the faults' own, and what became of their cases. */
final class Diagrams {

    private Diagrams() {}

    static String of(String key, String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    id="Definitions" targetNamespace="http://lantoa.vn/bpmn">
                  <bpmn:process id="%s" name="Thử lỗi" isExecutable="true" camunda:historyTimeToLive="P30D">
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(key, elements);
    }

    static int ended(JdbcClient database, String key) {
        return database.sql("select count(*) from act_hi_procinst where proc_def_key_ = ? and end_time_ is not null")
                .param(key)
                .query(Integer.class)
                .single();
    }

    /** Cases that came to their end event more than once. */
    static int endedTwice(JdbcClient database, String key) {
        return database.sql("select count(*) from (select proc_inst_id_ from act_hi_actinst where proc_def_key_ = ?"
                        + " and act_id_ = 'Ended' group by proc_inst_id_ having count(*) > 1) twice")
                .param(key)
                .query(Integer.class)
                .single();
    }
}
