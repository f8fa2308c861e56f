package vn.lantoa.audit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.audit.AuditLog;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.audit.AuditWords;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The page "Nhật ký hệ thống". */
@Controller
class AuditPage {

    /** What the page offers to choose from: first halves of actions; message keys {@code audit.group.<name>}. */
    private static final List<String> GROUPS = List.of(
            "signin", "account", "token", "person", "unit", "task", "dossier", "report", "mail", "feed", "audit",
            "demo");

    private static final int SIZE = 50;

    record Choice(String code, String name) {}

    private final AuditLog log;
    private final AuditVerification verification;
    private final AuditWords words;
    private final MessageSource messages;

    AuditPage(AuditLog log, AuditVerification verification, AuditWords words, MessageSource messages) {
        this.log = log;
        this.verification = verification;
        this.words = words;
        this.messages = messages;
    }

    @Requires(value = Right.SEE_AUDIT, sight = Right.SEE_AUDIT)
    @GetMapping("/audit")
    String show(
            Actor actor,
            @RequestParam(required = false) String action,
            @RequestParam(name = "actor", required = false) String username,
            @RequestParam(required = false) String object,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) Long after,
            Locale locale,
            Model model) {
        var filter = new AuditLog.Filter(action, username, object, from, to);
        var page = log.find(actor, filter, after, SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("groups", groups(locale));
        model.addAttribute("lines", words.of(page.items(), locale));
        model.addAttribute("file", address(filter, null).replaceFirst("^/audit", "/audit.xlsx"));
        model.addAttribute("mayVerify", actor.holds(Post.ADMINISTRATOR));
        model.addAttribute("first", after == null ? null : address(filter, null));
        model.addAttribute("next", page.next() == null ? null : address(filter, page.next()));
        return "audit/list";
    }

    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    @GetMapping("/audit/verification")
    String verify(Actor actor, Model model) {
        model.addAttribute("result", verification.verify(actor));
        return "audit/verification";
    }

    private List<Choice> groups(Locale locale) {
        return Stream.concat(Stream.of(""), GROUPS.stream())
                .map(group -> new Choice(
                        group,
                        messages.getMessage(
                                group.isEmpty() ? "audit.group.all" : "audit.group." + group, null, locale)))
                .toList();
    }

    private static String address(AuditLog.Filter filter, String after) {
        var address = UriComponentsBuilder.fromPath("/audit");
        add(address, "action", filter.action());
        add(address, "actor", filter.actor());
        add(address, "object", filter.object());
        add(address, "from", filter.from());
        add(address, "to", filter.to());
        add(address, "after", after);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, value);
        }
    }
}
