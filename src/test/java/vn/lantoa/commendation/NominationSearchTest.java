package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Nominations in the search over everything: by award, number and unit; never by a name, never for whom they are not. */
@IntegrationTest
class NominationSearchTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    AwardFixtures awards;
    Branch branch;
    UnitId unit;
    NominationId id;
    String title;

    @BeforeEach
    void somebodyIsNominated() {
        awards = new AwardFixtures(context);
        branch = awards.branch;
        unit = branch.unit(
                "TK", "Công đoàn cơ sở Công ty Sông Thương " + awards.season, UnitKind.GRASSROOTS_UNION, branch.a1);
        branch.appoint(branch.username(Post.OFFICER, unit), "Lý Thị Tìm", Post.OFFICER, unit);
        id = awards.nominate(unit, "BK_TLD", "Kiều Thị Ngân Giang " + awards.season);
        title = "Đề nghị tặng Bằng khen của Tổng Liên đoàn Lao động Việt Nam – hồ sơ "
                + awards.nomination(id).number() + " – Công đoàn cơ sở Công ty Sông Thương " + awards.season + "</a>";
    }

    @Test
    void award_number_and_unit_find_it_for_who_may_see_it() throws Exception {
        var number = awards.nomination(id).number();
        for (var words : new String[] {
            number,
            "hồ sơ " + number,
            "song thuong " + awards.season,
            "bang khen song thương " + awards.season,
            "de nghi tang bang khen tong lien doan song thuong " + awards.season
        }) {
            assertThat(search(branch.officer(branch.a1), words)).as(words).contains(title, "Đang xét");
        }
        assertThat(search(branch.leader(branch.root), number)).contains(title);
        assertThat(search(branch.officer(branch.a1), "giấy khen song thuong " + awards.season))
                .doesNotContain(title);
    }

    @Test
    void neither_a_name_nor_who_has_no_right_finds_it_and_nothing_is_read() throws Exception {
        for (var words : new String[] {"Kiều Thị Ngân Giang", "ngan giang " + awards.season, "Hồ", "hồ sơ", "%"}) {
            assertThat(search(branch.officer(branch.a1), words)).as(words).doesNotContain(title);
        }
        var number = awards.nomination(id).number();
        for (var other : new Actor[] {
            branch.officer(branch.b), branch.officer(branch.a11), branch.actor(Post.UNIT_ADMINISTRATOR, branch.a)
        }) {
            assertThat(search(other, number)).doesNotContain(title);
        }
        var before = readings();
        assertThat(search(branch.officer(branch.a1), number)).doesNotContain("Kiều Thị");
        assertThat(readings()).isEqualTo(before);
    }

    @Test
    void many_are_paged_the_newest_first_and_a_discarded_draft_is_none() throws Exception {
        var discarded = awards.draft(unit);
        awards.complete(branch.officer(unit), discarded, Words.DRAFT_STEP, "discard", Map.of());
        var drafts =
                IntStream.rangeClosed(1, 25).mapToObj(one -> awards.draft(unit)).toList();
        var words = "song thuong " + awards.season;
        var first = page(words, null);
        assertThat(first)
                .contains(
                        "/dossiers/nomination/" + drafts.get(24) + "\"", "/dossiers/nomination/" + drafts.get(0) + "\"")
                .doesNotContain("/dossiers/nomination/" + id + "\"", "/dossiers/nomination/" + discarded + "\"");
        var next = first.replaceAll("(?s).*href=\"/search[^\"]*after=([^\"]+)\" rel=\"next\".*", "$1");
        assertThat(page(words, next))
                .contains("/dossiers/nomination/" + id + "\"")
                .doesNotContain("/dossiers/nomination/" + discarded + "\"");
    }

    private String search(Actor actor, String words) throws Exception {
        return web.perform(get("/search").param("q", words).with(user(actor.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page(String words, String after) throws Exception {
        var request = get("/search").param("q", words).param("kind", "nominations");
        if (after != null) {
            request.param("after", after);
        }
        return web.perform(request.with(user(branch.officer(branch.a1).username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int readings() {
        return jdbc.sql("select count(*) from nominee_access where nomination_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
