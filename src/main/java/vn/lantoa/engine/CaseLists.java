package vn.lantoa.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;

/** The running cases of a process, of whatever version, as lists to look through. */
@Component
public class CaseLists {

    private static final String CASE = "select e.id_, d.key_ as process, d.version_, e.business_key_, h.start_time_"
            + " from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
            + " join act_hi_procinst h on h.proc_inst_id_ = e.id_";

    /** Where its tokens are; a step done once for each of many stands there under its own id. */
    private static final String STANDS = " and exists (select 1 from act_ru_execution s where s.proc_inst_id_ = e.id_"
            + " and s.act_id_ in (:step, :step || '#multiInstanceBody'))";

    private final JdbcClient jdbc;
    private final CaseMemory memory;

    CaseLists(JdbcClient jdbc, CaseMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    /**
     * A case.
     *
     * @param instance the engine's id
     * @param number of the version it runs on
     * @param ended empty while it runs
     */
    public record Case(
            String instance,
            String process,
            int number,
            Optional<DossierKey> dossier,
            Instant since,
            Optional<Instant> ended) {}

    /** How many cases run of each process, by the process's id; processes without any are left out. */
    public Map<String, Integer> running() {
        return jdbc
                .sql("select d.key_ as process, count(*) as cases from act_ru_execution e"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_ where e.parent_id_ is null group by d.key_")
                .query((row, n) -> Map.entry(row.getString("process"), row.getInt("cases")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The running cases in the order of their ids.
     *
     * @param step only those that stand on this step; empty for all
     * @param after only those behind this id; empty for the first page
     */
    public List<Case> of(String process, Optional<String> step, Optional<String> after, int most) {
        var sql = new StringBuilder(CASE + " where e.parent_id_ is null and d.key_ = :process");
        step.ifPresent(one -> sql.append(STANDS));
        after.ifPresent(one -> sql.append(" and e.id_ > :after"));
        return jdbc.sql(sql + " order by e.id_ limit :most")
                .param("process", process)
                .param("step", step.orElse(null))
                .param("after", after.orElse(null))
                .param("most", most)
                .query(CaseLists::read)
                .list();
    }

    /** The cases of a dossier in this process, running ones only. */
    public List<Case> of(String process, DossierKey dossier) {
        return jdbc.sql(CASE + " where e.parent_id_ is null and d.key_ = :process and e.business_key_ = :dossier"
                        + " order by e.id_")
                .param("process", process)
                .param("dossier", dossier.toString())
                .query(CaseLists::read)
                .list();
    }

    /** A case, running or ended. */
    public Optional<Case> find(String instance) {
        return memory.find(instance).flatMap(one -> jdbc.sql("select version_ from act_re_procdef where id_ = ?")
                .param(one.definition())
                .query(Integer.class)
                .optional()
                .map(number -> new Case(
                        one.instance(),
                        one.process(),
                        number,
                        one.businessKey().map(DossierKey::of),
                        one.startedAt(),
                        one.endedAt())));
    }

    private static Case read(ResultSet row, int n) throws SQLException {
        return new Case(
                row.getString("id_"),
                row.getString("process"),
                row.getInt("version_"),
                Optional.ofNullable(row.getString("business_key_")).map(DossierKey::of),
                row.getTimestamp("start_time_").toInstant(),
                Optional.empty());
    }
}
