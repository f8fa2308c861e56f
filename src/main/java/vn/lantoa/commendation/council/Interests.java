package vn.lantoa.commendation.council;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Person;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** Conflicts of interest: what members say, and what the house finds by itself. Found once, a conflict stays. */
@Component
class Interests {

    /** What a member has to do with a case. */
    enum Kind {
        /** Said: nothing. */
        NONE,
        /** Said: something. */
        DECLARED,
        /** The member is the nominee. */
        SELF,
        /** The member belongs to the nominee's unit. */
        SAME_UNIT,
        /** The member drafted the nomination. */
        DRAFTED,
        /** The member proposed or signed it at the proposing unit. */
        PROPOSED;

        boolean bars() {
            return this != NONE;
        }
    }

    private final JdbcClient jdbc;
    private final Nominations nominations;
    private final People people;
    private final Units units;
    private final UnitSuccessions successions;
    private final Timeline timeline;

    Interests(
            JdbcClient jdbc,
            Nominations nominations,
            People people,
            Units units,
            UnitSuccessions successions,
            Timeline timeline) {
        this.jdbc = jdbc;
        this.nominations = nominations;
        this.people = people;
        this.units = units;
        this.successions = successions;
        this.timeline = timeline;
    }

    /** Who somebody is: by name, and by the units where the person holds a post, or else is kept. */
    private record Belonging(String name, Set<UnitId> units) {}

    /**
     * Looks whether these people have to do with these cases, and keeps what is found.
     *
     * @param unit the council's: what was done there is reviewing, not proposing
     */
    void search(UnitId unit, Collection<CouncilCase> cases, Collection<PersonId> members) {
        var ids = cases.stream().map(CouncilCase::nomination).toList();
        var found = nominations.findAll(ids);
        var nominees = nominations.nominees(ids);
        var belonging = new HashMap<PersonId, Belonging>();
        members.forEach(member -> belonging.put(member, belonging(member)));
        for (var one : cases) {
            var nomination = found.get(one.nomination());
            if (nomination == null) {
                continue;
            }
            var proposed = proposers(one, unit);
            var nominee = Optional.ofNullable(nominees.get(one.nomination()));
            for (var member : members) {
                keep(one, member, kinds(nomination, nominee, proposed, member, belonging.get(member)));
            }
        }
    }

    /** What a member said or was found to have to do with each case of a session: a conflict before anything else. */
    Map<Long, Kind> of(long session, PersonId person) {
        var known = new HashMap<Long, Kind>();
        jdbc.sql(
                        """
                        select i.case_id, i.kind from council_interest i join council_case c on c.id = i.case_id
                        where c.session_id = ? and i.person_id = ?""")
                .params(session, person.value())
                .query(row -> {
                    known.merge(row.getLong("case_id"), Kind.valueOf(row.getString("kind")), Interests::worse);
                });
        return known;
    }

    Optional<Kind> of(CouncilCase one, PersonId person) {
        return Optional.ofNullable(of(one.session(), person).get(one.id()));
    }

    /** Everybody who is barred from a case. */
    Set<PersonId> barred(CouncilCase one) {
        var barred = new HashSet<PersonId>();
        jdbc.sql("select distinct person_id from council_interest where case_id = ? and kind <> 'NONE'")
                .param(one.id())
                .query(Long.class)
                .list()
                .forEach(person -> barred.add(PersonId.of(person)));
        return barred;
    }

    void said(CouncilCase one, PersonId person, boolean conflict) {
        keep(one, person, EnumSet.of(conflict ? Kind.DECLARED : Kind.NONE));
    }

    private void keep(CouncilCase one, PersonId person, Set<Kind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        var known = jdbc.sql("select kind from council_interest where case_id = ? and person_id = ?")
                .params(one.id(), person.value())
                .query(String.class)
                .list();
        kinds.stream().map(Kind::name).filter(kind -> !known.contains(kind)).forEach(kind -> jdbc.sql(
                        "insert into council_interest (case_id, person_id, kind) values (?, ?, ?)")
                .params(one.id(), person.value(), kind)
                .update());
    }

    private Set<Kind> kinds(
            Nomination nomination,
            Optional<Nominee> nominee,
            Set<PersonId> proposed,
            PersonId member,
            Belonging belonging) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (nomination.draftedBy().equals(member)) {
            kinds.add(Kind.DRAFTED);
        } else if (proposed.contains(member)) {
            kinds.add(Kind.PROPOSED);
        }
        nominee.filter(one -> belonging.units().contains(one.unit())
                        || belonging.units().contains(successions.answering(one.unit())))
                .ifPresent(one -> kinds.add(isNominee(one, belonging) ? Kind.SELF : Kind.SAME_UNIT));
        return kinds;
    }

    private static boolean isNominee(Nominee nominee, Belonging belonging) {
        return !nominee.collective()
                && nominee.name() != null
                && VietnameseText.fold(nominee.name()).equals(VietnameseText.fold(belonging.name()));
    }

    /** Everybody who did a step of it below the council's unit: drafted, reviewed, signed. */
    private Set<PersonId> proposers(CouncilCase one, UnitId unit) {
        return timeline.of(one.nomination().dossier()).stream()
                .filter(entry -> entry.personId() != null && !unit.equals(entry.unit()))
                .filter(entry -> !entry.sentence().equals("timeline.noted"))
                .map(Timeline.Entry::personId)
                .collect(Collectors.toSet());
    }

    private Belonging belonging(PersonId id) {
        var acting = people.actor(id);
        var held = acting.map(Actor::units).orElse(Set.of());
        var home = people.find(id).map(Person::homeUnit).map(Set::of).orElse(Set.of());
        return new Belonging(people.nameOf(id).orElse(""), held.isEmpty() ? home : held);
    }

    private static Kind worse(Kind one, Kind other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
