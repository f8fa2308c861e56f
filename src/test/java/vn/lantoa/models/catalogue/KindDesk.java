package vn.lantoa.models.catalogue;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.models.KindId;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.Branch;

/** Entries of the catalogue as its pages take them. */
abstract class KindDesk {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    Branch branch;
    String mark;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        mark = "k" + branch.root;
    }

    KindId entered(Actor actor, String name) throws Exception {
        var address = enter(actor, name, true)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return KindId.inAddress(address.replaceAll(".*/", ""));
    }

    ResultActions enter(Actor actor, String name, boolean another) throws Exception {
        return mvc.perform(post("/models/kinds")
                .param("name", name)
                .param("purpose", "Để đời sống công nhân tốt hơn")
                .param("another", String.valueOf(another))
                .with(user(actor.username()))
                .with(csrf()));
    }

    ResultActions merge(Actor actor, KindId from, String into) throws Exception {
        return mvc.perform(post("/models/kinds/" + from + "/merger")
                .param("into", into)
                .with(user(actor.username()))
                .with(csrf()));
    }

    ResultActions page(Actor actor, KindId id) throws Exception {
        return mvc.perform(get("/models/kinds/" + id).with(user(actor.username())))
                .andExpect(status().isOk());
    }
}
