package vn.lantoa.audit.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.audit.AuditEntry;
import vn.lantoa.audit.AuditLog;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The audit trail for programs. */
@RestController
class AuditApi {

    record Entry(
            long id,
            OffsetDateTime at,
            String actor,
            String action,
            String object,
            Long unit,
            String correlation,
            Map<String, Object> facts,
            Map<String, Object> payload,
            boolean erased,
            Long seq) {

        static Entry of(AuditEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.at().atZone(VietnamTime.ZONE).toOffsetDateTime(),
                    entry.actor(),
                    entry.action(),
                    entry.object(),
                    entry.unit() == null ? null : entry.unit().value(),
                    entry.correlation(),
                    entry.facts(),
                    entry.payload(),
                    entry.erased(),
                    entry.seq());
        }
    }

    record Entries(List<Entry> items, String next) {}

    private final AuditLog log;
    private final AuditVerification verification;

    AuditApi(AuditLog log, AuditVerification verification) {
        this.log = log;
        this.verification = verification;
    }

    @Requires(value = Right.SEE_AUDIT, sight = Right.SEE_AUDIT)
    @GetMapping("/api/v1/audit")
    Entries entries(
            Actor actor,
            @RequestParam(required = false) String action,
            @RequestParam(name = "actor", required = false) String username,
            @RequestParam(required = false) String object,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) Long after,
            @RequestParam(defaultValue = "25") int size) {
        var page = log.find(actor, new AuditLog.Filter(action, username, object, from, to), after, size);
        return new Entries(page.items().stream().map(Entry::of).toList(), page.next());
    }

    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    @GetMapping("/api/v1/audit/verification")
    AuditVerification.Result verification(Actor actor) {
        return verification.verify(actor);
    }
}
