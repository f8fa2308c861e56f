package vn.lantoa.notification.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.lantoa.notification.LivePages;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/** The stream on which a page learns that something changed. */
@Controller
class LivePagesController {

    private final LivePages pages;

    LivePagesController(LivePages pages) {
        this.pages = pages;
    }

    @OpenToSignedIn
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(Actor actor) {
        return pages.open(actor);
    }
}
