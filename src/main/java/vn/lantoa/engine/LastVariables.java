package vn.lantoa.engine;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** What a case knows; of an ended one what it knew last. What a delegate told the process is among it. */
@Component
class LastVariables {

    private final HistoryService history;

    LastVariables(HistoryService history) {
        this.history = history;
    }

    /** By name. Values that are not plain are not read. */
    Map<String, Object> of(String instance) {
        var values = new TreeMap<String, Object>();
        history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .filter(one -> one.getErrorMessage() == null && PlainValues.plain(one.getValue()))
                .forEach(one -> values.put(one.getName(), PlainCodes.of(one.getValue())));
        return values;
    }
}
