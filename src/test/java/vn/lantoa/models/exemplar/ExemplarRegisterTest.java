package vn.lantoa.models.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.tasklist.Completion;

/** The register of exemplars: once a year, confirmed anew, and persons only as long as the roll of honour names them. */
class ExemplarRegisterTest extends ExemplarDesk {

    @Test
    void the_same_object_is_named_once_a_year_and_last_years_counts_only_when_confirmed() throws Exception {
        var name = "Tổ may số 5 " + branch.a;
        named(branch.a, collective(name));
        var again = proposed(branch.a);
        assertThat(attempt(branch.officer(branch.a), again, "propose", collective(name.toUpperCase(VIETNAMESE))))
                .isInstanceOf(Completion.Refused.class);
        jdbc.sql("update exemplar set year_no = ?, decided_on = ? where unit_id = ?")
                .params(year - 1, LocalDate.of(year - 1, 5, 1), branch.a.value())
                .update();
        var last = exemplars.of(branch.leader(branch.a), year - 1).get(0).exemplar();
        assertThat(duties.of(branch.officer(branch.a)))
                .extracting(ExemplarDuties.Line::met)
                .containsExactly(false);
        confirm(branch.leader(branch.root), last.id(), today()).andExpect(status().isForbidden());
        confirm(branch.leader(branch.b), last.id(), today()).andExpect(status().isNotFound());
        confirm(branch.leader(branch.a), last.id(), today().plusYears(1)).andExpect(status().isUnprocessableEntity());
        confirm(branch.leader(branch.a), last.id(), today()).andExpect(status().isNoContent());
        confirm(branch.leader(branch.a), last.id(), today()).andExpect(status().isConflict());
        assertThat(duties.of(branch.officer(branch.a)))
                .extracting(ExemplarDuties.Line::met)
                .containsExactly(true);
        page(branch.officer(branch.a)).andExpect(content().string(containsString("được xác nhận lại")));
    }

    @Test
    void whoever_names_the_same_in_the_same_moment_is_told_and_loses_nothing() throws Exception {
        var name = "Tổ sợi số 9 " + branch.a;
        var first = proposed(branch.a);
        var second = proposed(branch.b);
        complete(branch.officer(branch.a), first, "propose", collective(name));
        complete(branch.officer(branch.b), second, "propose", collective(name));
        var late = new AtomicReference<CompletableFuture<Completion>>();
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            complete(branch.leader(branch.a), first, "approve", decision(today()));
            late.set(CompletableFuture.supplyAsync(
                    () -> attempt(branch.leader(branch.b), second, "approve", decision(today()))));
            // Nothing tells when the other waits in the database; shorter only makes the test kinder.
            assertThatThrownBy(() -> late.get().get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThat(late.get().get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(Completion.Refused.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.key())
                        .containsExactly("number"));
        complete(branch.leader(branch.b), second, "return", Map.of("reason", "Đơn vị khác đã công nhận"));
        assertThat(exemplars.ofUnit(branch.a, year)).hasSize(1);
        assertThat(exemplars.ofUnit(branch.b, year)).isEmpty();
    }

    @Test
    void a_person_is_shown_by_the_roll_of_honour_only_and_gone_when_erased_there() throws Exception {
        var award = new AwardFixtures(context);
        branch = award.branch;
        var name = "Quách Thị Nêu Gương " + branch.a;
        var nominated = award.nominate(branch.a11, "BK_TLD", name);
        var number = jdbc.sql("select number from nomination where id = ?")
                .param(nominated.value())
                .query(String.class)
                .single();
        var request = proposed(branch.a);
        var answers = Map.<String, Object>of("object", "PERSON", "honour", number, "lessons", "Làm đều, làm thật");
        assertThat(attempt(branch.officer(branch.a), request, "propose", answers))
                .as("not yet honoured")
                .isInstanceOf(Completion.Refused.class);
        honoured(nominated, false);
        assertThat(attempt(branch.officer(branch.a), request, "propose", answers))
                .as("does not want to be named")
                .isInstanceOf(Completion.Refused.class);
        honoured(nominated, true);
        complete(branch.officer(branch.a), request, "propose", answers);
        complete(branch.leader(branch.a), request, "approve", decision(today()));
        page(branch.officer(branch.a)).andExpect(content().string(containsString(name)));
        mvc.perform(get("/dossiers/exemplar-request/" + request)
                        .with(user(branch.officer(branch.a).username())))
                .andExpect(content().string(not(containsString(name))));
        erasure.erase(null, nominated, "request");
        page(branch.officer(branch.a)).andExpect(content().string(not(containsString(name))));
        assertThat(figures.of(branch.a, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEmpty();
    }
}
