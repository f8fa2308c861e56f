package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.diagrams.ReleaseOutcome.Refused;
import vn.lantoa.diagrams.ReleaseOutcome.Why;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Together;

/** Two who release at the same moment: one comes first, the other is told. */
@IntegrationTest
class ReleaseRaceTest extends ReleaseDesk {

    @Test
    void of_two_persons_who_release_at_once_one_wins_and_the_other_is_told() throws Exception {
        var id = draft("name=\"Cân\"", "name=\"Cân lại\"");
        offer(id);
        var version = drafts.find(leader, id).version();
        var outcomes = Together.<ReleaseOutcome>act(
                () -> releases.release(leader, id, version), () -> releases.release(colleague, id, version));

        assertThat(outcomes).filteredOn(ReleaseOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(Refused.of(Why.RELEASED));
        assertThat(processes.versions(process)).hasSize(2);
    }

    @Test
    void of_two_drafts_released_at_once_one_is_overtaken() throws Exception {
        var first = draft("name=\"Cân\"", "name=\"Cân lại\"");
        var second = draft("name=\"Đóng gói\"", "name=\"Gói\"");
        offer(first);
        offer(second);
        var one = drafts.find(leader, first).version();
        var two = drafts.find(leader, second).version();
        var outcomes = Together.<ReleaseOutcome>act(
                () -> releases.release(leader, first, one), () -> releases.release(colleague, second, two));

        assertThat(outcomes).filteredOn(ReleaseOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new Refused(Why.OVERTAKEN, List.of(), List.of(2)));
        assertThat(processes.versions(process))
                .extracting(ProcessFiles.Version::number)
                .containsExactly(2, 1);
    }
}
