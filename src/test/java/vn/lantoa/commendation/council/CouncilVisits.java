package vn.lantoa.commendation.council;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.organization.Actor;

/** What somebody opens and sends where a council meets, on its pages and through the API. */
final class CouncilVisits {

    static final String PAGES = "/awards/councils/sessions/";
    static final String API = "/api/v1/council-sessions/";

    private final MockMvc mvc;

    CouncilVisits(MockMvc mvc) {
        this.mvc = mvc;
    }

    ResultActions see(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(actor.username())).header("Accept-Language", "vi"));
    }

    byte[] load(Actor actor, String path) throws Exception {
        return see(actor, path).andReturn().getResponse().getContentAsByteArray();
    }

    /** @param fields names and values in turn */
    ResultActions send(Actor actor, String path, String... fields) throws Exception {
        var request = post(path).with(user(actor.username())).with(csrf()).header("Accept-Language", "vi");
        for (var place = 0; place < fields.length; place += 2) {
            request.param(fields[place], fields[place + 1]);
        }
        return mvc.perform(request);
    }

    /** Through the API, with a token of its own for each kind of act, person and content. */
    ResultActions call(Actor actor, String path, long session, String body) throws Exception {
        return mvc.perform(post(API + session + path)
                .with(user(actor.username()))
                .with(csrf())
                .header(
                        "Idempotency-Key",
                        (path.endsWith("/vote") ? "vote-" : "other-") + session + "-" + body.hashCode() + path.length()
                                + actor.id())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
