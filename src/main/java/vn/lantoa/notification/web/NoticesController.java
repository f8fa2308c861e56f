package vn.lantoa.notification.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.Notice;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/** "Thông báo": what one was told, and the number in the head of every page. */
@Controller
class NoticesController {

    /** One line, ready to read. */
    record Line(long id, String text, String when, String moment, boolean unread) {}

    private static final int PAGE = 30;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Inbox inbox;
    private final MessageSource messages;

    NoticesController(Inbox inbox, MessageSource messages) {
        this.inbox = inbox;
        this.messages = messages;
    }

    @OpenToSignedIn
    @GetMapping("/notices")
    String list(Actor actor, @RequestParam(required = false) Long after, Locale locale, Model model) {
        var page = inbox.of(actor, after, PAGE);
        model.addAttribute(
                "lines", page.items().stream().map(one -> line(one, locale)).toList());
        model.addAttribute(
                "latest", page.items().isEmpty() ? 0 : page.items().get(0).id());
        model.addAttribute("waiting", inbox.unread(actor.id()));
        model.addAttribute("first", after == null ? null : "/notices");
        model.addAttribute("next", page.next() == null ? null : "/notices?after=" + page.next());
        return "notification/list";
    }

    /** The bell of the layout, asked for anew when something was told. */
    @OpenToSignedIn
    @GetMapping("/notices/count")
    String count(Actor actor, Model model) {
        model.addAttribute("unread", inbox.unread(actor.id()));
        return "layout/components :: bell";
    }

    /** Opening a notice is reading it. */
    @OpenToSignedIn
    @PostMapping("/notices/{id}/reading")
    String open(Actor actor, @PathVariable long id) {
        return "redirect:" + inbox.markRead(actor, id);
    }

    /** "Đánh dấu đã đọc tất cả": all that stood on the page, not what came since. */
    @OpenToSignedIn
    @PostMapping("/notices/reading")
    String readAll(Actor actor, @RequestParam(defaultValue = "0") long upTo) {
        inbox.markAllRead(actor, upTo);
        return "redirect:/notices";
    }

    private Line line(Notice notice, Locale locale) {
        var at = notice.at().atZone(VietnamTime.ZONE);
        var text = messages.getMessage(
                "notice." + notice.kind(), notice.details().toArray(), String.join(" – ", notice.details()), locale);
        return new Line(
                notice.id(), text, SHOWN.format(at), at.toOffsetDateTime().toString(), notice.read() == null);
    }
}
