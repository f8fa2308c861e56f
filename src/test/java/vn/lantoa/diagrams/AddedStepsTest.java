package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.AddedSteps;
import vn.lantoa.engine.Deployments;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.testing.IntegrationTest;

/** Features are asked about their own steps only: one that was drawn in the browser is nobody's. */
@IntegrationTest
class AddedStepsTest {

    @Autowired
    Parcels.Post office;

    @Autowired
    Deployments deployments;

    @Autowired
    ProcessFiles processes;

    @Autowired
    AddedSteps added;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void a_step_of_no_shipped_version_is_an_added_one() {
        var process = office.ship();
        var shipped = processes.newest(process).orElseThrow().definition();
        var released = transactions.execute(status ->
                deployments.release(process, List.of(Parcels.withoutWeighing(Parcels.diagram(process)), Parcels.NOTE)));

        assertThat(added.has(released, "Scale")).isTrue();
        assertThat(added.has(released, "Pack")).isFalse();
        assertThat(added.has(shipped, "Weigh")).isFalse();
    }
}
