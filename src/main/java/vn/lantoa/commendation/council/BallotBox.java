package vn.lantoa.commendation.council;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;

/**
 * Where ballots lie. Of an open one the row names the voter. Of a secret one the voter stands in one table and the ballot in another,
 * without a person, a time or an order; and because a table keeps its rows in the order they came, the whole box is shuffled and written
 * anew under new names with every ballot put in (SECURITY, line 6; ADR 45).
 */
@Component
class BallotBox {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SecureRandom random = new SecureRandom();

    BallotBox(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Puts a ballot in. The caller holds the case, and knows that this person has not voted. */
    void put(CouncilCase one, PersonId voter, Choice choice) {
        if (!one.secret()) {
            jdbc.sql("insert into council_open_vote (case_id, person_id, choice) values (?, ?, ?)")
                    .params(one.id(), voter.value(), choice.name())
                    .update();
            return;
        }
        jdbc.sql("insert into council_voter (case_id, person_id) values (?, ?)")
                .params(one.id(), voter.value())
                .update();
        var ballots = new ArrayList<>(jdbc.sql("select choice from council_ballot where case_id = ?")
                .param(one.id())
                .query(String.class)
                .list());
        ballots.add(choice.name());
        Collections.shuffle(ballots, random);
        jdbc.sql("delete from council_ballot where case_id = ?").param(one.id()).update();
        batches.batchUpdate(
                "insert into council_ballot (id, case_id, choice) values (?, ?, ?)",
                ballots.stream()
                        .map(ballot -> new Object[] {UUID.randomUUID().toString(), one.id(), ballot})
                        .toList());
    }

    /** Who has voted on a case. */
    Set<PersonId> voters(CouncilCase one) {
        var voters = new HashSet<PersonId>();
        jdbc.sql("select person_id from " + (one.secret() ? "council_voter" : "council_open_vote")
                        + " where case_id = ?")
                .param(one.id())
                .query(Long.class)
                .list()
                .forEach(person -> voters.add(PersonId.of(person)));
        return voters;
    }

    /** The cases of a session on which this person has voted. */
    Set<Long> votedOn(long session, PersonId person) {
        return new HashSet<>(jdbc.sql(
                        """
                        select v.case_id from council_voter v join council_case c on c.id = v.case_id
                        where c.session_id = :session and v.person_id = :person
                        union all select o.case_id from council_open_vote o join council_case c on c.id = o.case_id
                        where c.session_id = :session and o.person_id = :person""")
                .param("session", session)
                .param("person", person.value())
                .query(Long.class)
                .list());
    }

    /** How many ballots say what; asked only by who counts, when nothing can be put in any more. */
    Map<Choice, Integer> count(CouncilCase one) {
        var counts = new EnumMap<Choice, Integer>(Choice.class);
        List.of(Choice.values()).forEach(choice -> counts.put(choice, 0));
        jdbc.sql("select choice, count(*) as ballots from "
                        + (one.secret() ? "council_ballot" : "council_open_vote")
                        + " where case_id = ? group by choice")
                .param(one.id())
                .query(row -> {
                    counts.put(Choice.valueOf(row.getString("choice")), row.getInt("ballots"));
                });
        return counts;
    }

    /** Who voted what on an open ballot, for the minutes. */
    Map<PersonId, Choice> named(CouncilCase one) {
        var named = new java.util.TreeMap<PersonId, Choice>();
        jdbc.sql("select person_id, choice from council_open_vote where case_id = ?")
                .param(one.id())
                .query(row -> {
                    named.put(PersonId.of(row.getLong("person_id")), Choice.valueOf(row.getString("choice")));
                });
        return named;
    }
}
