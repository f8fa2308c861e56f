package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditLog.Filter;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.RightsChanged;
import vn.lantoa.organization.TreeWriter;
import vn.lantoa.organization.TreeWriter.NewUnit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@Transactional
class AuditLogTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    TreeWriter tree;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void an_administrator_of_a_branch_sees_the_branch_and_one_of_the_installation_all() {
        var root = unit("NK-1", null);
        var left = unit("NK-2", root);
        var leaf = unit("NK-3", left);
        var right = unit("NK-4", root);
        for (var unit : new UnitId[] {root, left, leaf, right, null}) {
            trail.record("report.opened", null, "nk:1", unit, Map.of(), Map.of());
        }
        assertThat(seenBy(holder(Post.UNIT_ADMINISTRATOR, left))).containsExactly(leaf, left);
        assertThat(seenBy(holder(Post.ADMINISTRATOR, root))).containsExactly(null, right, leaf, left, root);
        assertThatThrownBy(() -> seenBy(holder(Post.LEADER, root))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void the_filter_narrows_by_action_person_object_and_day() {
        var root = unit("NK-5", null);
        var admin = holder(Post.ADMINISTRATOR, root);
        trail.record("nk.task.claimed", admin, "nk:2", root, Map.of(), Map.of());
        trail.record("nk.task", null, "nk:3", root, Map.of(), Map.of());
        var today = LocalDate.now(VietnamTime.ZONE);

        assertThat(found(admin, new Filter("nk.task", null, null, null, null))).isEqualTo(2);
        assertThat(found(admin, new Filter("nk.task.claimed", null, null, null, null)))
                .isEqualTo(1);
        assertThat(found(admin, new Filter("nk.t_sk", null, null, null, null))).isZero();
        assertThat(found(admin, new Filter(null, "quantri9", null, null, null))).isEqualTo(1);
        assertThat(found(admin, new Filter(null, null, "nk:3", today, today))).isEqualTo(1);
        assertThat(found(admin, new Filter(null, null, "nk:3", today.plusDays(1), null)))
                .isZero();
        assertThat(found(admin, new Filter(null, null, "nk:3", null, today.minusDays(1))))
                .isZero();
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        var admin = holder(Post.ADMINISTRATOR, unit("NK-6", null));
        for (var i = 0; i < 5; i++) {
            trail.record("nk.page", null, "nk:" + i, null, Map.of("n", i), Map.of());
        }
        var filter = new Filter("nk.page", null, null, null, null);
        var first = log.find(admin, filter, null, 3);
        var second = log.find(admin, filter, Long.valueOf(first.next()), 3);
        assertThat(first.items()).extracting(AuditEntry::object).containsExactly("nk:4", "nk:3", "nk:2");
        assertThat(second.items()).extracting(AuditEntry::object).containsExactly("nk:1", "nk:0");
        assertThat(second.next()).isNull();
    }

    @Test
    void changes_of_rights_are_written_down_with_the_correlation_of_the_request() {
        var admin = holder(Post.ADMINISTRATOR, unit("NK-7", null));
        MDC.put("correlation", "abcdef-123456");
        try {
            events.publishEvent(new RightsChanged(
                    "person.appointed",
                    admin,
                    "person:77",
                    null,
                    Map.of("post", "canbo"),
                    Map.of("name", "Nguyễn Văn An")));
        } finally {
            MDC.remove("correlation");
        }
        var entry = log.find(admin, new Filter(null, null, "person:77", null, null), null, 1)
                .items()
                .get(0);
        assertThat(entry.correlation()).isEqualTo("abcdef-123456");
        assertThat(entry.facts()).containsEntry("post", "canbo");
        assertThat(entry.payload()).containsEntry("name", "Nguyễn Văn An");
    }

    @Test
    void what_is_too_long_for_an_entry_never_fails_the_act() {
        var admin = holder(Post.ADMINISTRATOR, unit("NK-8", null));
        trail.record(
                "nk.long",
                null,
                "x".repeat(10_000),
                null,
                Map.of("f", "y".repeat(20_000)),
                Map.of("p", "z".repeat(10_000_000)));
        var entry = log.find(admin, new Filter("nk.long", null, null, null, null), null, 1)
                .items()
                .get(0);
        assertThat(entry.object()).hasSize(200);
        assertThat(entry.facts()).containsEntry("tooLong", 20_008);
        assertThat(entry.payload()).containsEntry("tooLong", 10_000_008);
    }

    private List<UnitId> seenBy(Actor actor) {
        return log.find(actor, new Filter(null, null, "nk:1", null, null), null, 100).items().stream()
                .map(AuditEntry::unit)
                .toList();
    }

    private int found(Actor actor, Filter filter) {
        return log.find(actor, filter, null, 100).items().size();
    }

    private UnitId unit(String code, UnitId parent) {
        return tree.unit(
                new NewUnit(code, "Đơn vị " + code, UnitKind.UPPER_UNION, parent, TreeWriter.LONG_AGO, null, null));
    }

    private static Actor holder(Post post, UnitId unit) {
        var id = PersonId.of(9);
        return new Actor(
                id,
                "quantri9",
                "Người Thử",
                List.of(new Holding(id, post, unit, null, null, TreeWriter.LONG_AGO, null)));
    }
}
