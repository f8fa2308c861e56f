package vn.lantoa.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On which steps of a process running cases stand, of whatever version. */
@Component
public class OccupiedSteps {

    /** A token stands where no execution is below it; a step with events at its border has one of its own. */
    private static final String STANDING =
            "select e.act_id_, count(distinct e.proc_inst_id_) as cases from act_ru_execution e"
                    + " join act_re_procdef d on d.id_ = e.proc_def_id_ where d.key_ = ? and e.act_id_ is not null"
                    + " and not exists (select 1 from act_ru_execution below where below.parent_id_ = e.id_)"
                    + " group by e.act_id_ order by e.act_id_";

    private final JdbcClient jdbc;

    OccupiedSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of steps as they are drawn, with the number of cases that stand there. */
    public Map<String, Long> of(String process) {
        var occupied = new LinkedHashMap<String, Long>();
        jdbc.sql(STANDING).param(process).query(row -> {
            // What is done once for each of many waits on "Step#multiInstanceBody" before it begins.
            occupied.merge(row.getString("act_id_").replaceAll("#.*", ""), row.getLong("cases"), Math::max);
        });
        return occupied;
    }
}
