package vn.lantoa.web;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Person;
import vn.lantoa.organization.Units;

/** People whose account is kept in one's branch; they lead to the page of their unit. */
@Component
class PeopleHits implements Searchable {

    private final People people;
    private final Units units;

    PeopleHits(People people, Units units) {
        this.people = people;
        this.units = units;
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public Page<Hit> find(Actor actor, String words, String after, int limit) {
        var found = people.search(words, UnitHits.branchesOf(actor), after, limit);
        var names = units.namesOf(found.items().stream().map(Person::homeUnit).collect(Collectors.toSet()));
        return found.map(person -> new Hit(
                person.name(),
                names.getOrDefault(person.homeUnit(), "") + " · " + person.username(),
                "/units/" + person.homeUnit()));
    }
}
