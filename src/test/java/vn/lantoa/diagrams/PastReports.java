package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.diagrams.Difference.Kind;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;

/** A fixed set of past cases: communes (level 3) skip the check of their reports, provinces (level 2) pass it. */
abstract class PastReports {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    Replay replay;

    History history;
    Actor administrator;

    @BeforeEach
    void recordThePast() {
        var branch = Branch.grow(context);
        administrator = branch.actor(Post.ADMINISTRATOR, branch.root);
        history = new History(jdbc);
        for (var number : List.of(90001, 90002, 90003)) {
            report(number, 3)
                    .decided("DraftReport", "submit", "{}")
                    .decided("ApproveReport", "approve", "{\"dispatch\": \"direct\"}")
                    .decided("AcceptReport", "accept", "{}");
        }
        for (var number : List.of(90011, 90012)) {
            report(number, 2)
                    .decided("DraftReport", "submit", "{}")
                    .decided("CheckReport", "pass", "{}")
                    .decided("ApproveReport", "approve", "{\"dispatch\": \"direct\"}")
                    .decided("AcceptReport", "accept", "{}");
        }
        report(90021, 2)
                .decided("DraftReport", "submit", "{}")
                .happened("WithdrawnDuringCheck", "boundaryMessage")
                .decided("DraftReport", "submit", "{}")
                .decided("CheckReport", "return", "{}")
                .decided("DraftReport", "submit", "{}");
    }

    History.Case report(int number, int level) {
        return history.begun("unit-report", "ReportOpened", number)
                .knows("unitLevel", level)
                .knows("dispatch", "direct");
    }

    @AfterEach
    void forgetThePast() {
        history.close();
    }

    void change(DraftId draft, String name, UnaryOperator<String> edit) {
        var file = drafts.file(administrator, draft, name);
        var before = new String(file.file().content(), StandardCharsets.UTF_8);
        var after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        assertThat(drafts.write(
                        administrator,
                        draft,
                        new ModelFile(name, after.getBytes(StandardCharsets.UTF_8)),
                        file.version()))
                .isInstanceOf(ProcessDrafts.Written.Kept.class);
    }

    Trial.Found tried(DraftId draft) {
        assertThat(replay.begin(administrator, draft)).isInstanceOf(Replay.Begun.Running.class);
        await().atMost(Duration.ofMinutes(2)).until(() -> ended(draft));
        return replay.of(administrator, draft).orElseThrow().found().orElseThrow();
    }

    private boolean ended(DraftId draft) {
        var trial = replay.of(administrator, draft).orElseThrow();
        assertThat(trial.state()).isNotEqualTo(Trial.State.FAILED);
        return trial.found().isPresent();
    }

    /** Differences of the fixed set only: other tests leave cases of their own. Steps by id would be nicer, but people read names. */
    static Map<String, TreeSet<String>> ours(Trial.Found found) {
        var ids = Map.of(
                "Kiểm tra báo cáo", "CheckReport",
                "Lập báo cáo", "DraftReport",
                "Duyệt lần hai", "ApproveAgain",
                "Ban Chấp hành quyết định", "DecideAsCommittee");
        var differences = new TreeMap<String, TreeSet<String>>();
        found.differences().stream()
                .filter(one -> one.dossier().startsWith("past:"))
                .forEach(one -> differences
                        .computeIfAbsent(
                                one.kind()
                                        + (one.kind() == Kind.MORE_STEP || one.kind() == Kind.FEWER_STEP
                                                ? " " + ids.getOrDefault(one.subject(), one.subject())
                                                : "")
                                        + (one.noData() ? " no data" : ""),
                                key -> new TreeSet<>())
                        .add(one.dossier().substring(5)));
        return differences;
    }
}
