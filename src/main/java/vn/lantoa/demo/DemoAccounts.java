package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Person;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.TreeWriter;
import vn.lantoa.organization.TreeWriter.NewPerson;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/**
 * Somebody for every post of every unit of the demo, named {@code <post>.<unit code in lower case>}, two administrators, and one who holds no
 * post at all.
 */
@Component
@Profile("demo")
public class DemoAccounts {

    /** An account worth trying first; the post's word is message {@code post.<code>}, that of a council's member without a post too. */
    public record Trial(String username, String name, String post, String unit) {}

    /** Somebody who holds no post and sits in the council of a commune. */
    static final String WITHOUT_POST = "hoidong.cdp-48-haichau";

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final List<String> FIRST = List.of(
            "canbo.ldld-48",
            "kiemtra.ldld-48",
            "lanhdao.ldld-48",
            "canbo.tld",
            "lanhdao.tld",
            "vanthu.tld",
            "quantri-don-vi.ldld-48",
            "canbo.cdp-48-haichau",
            "lanhdao.cdp-48-haichau",
            "canbo.cdcs-48-haichau-1",
            "lanhdao.cdcs-48-haichau-1",
            DemoAccounts.WITHOUT_POST,
            "quantri1",
            "quantri2");

    private final TreeWriter writer;
    private final Units units;
    private final People people;
    private final DemoPassword password;

    DemoAccounts(TreeWriter writer, Units units, People people, DemoPassword password) {
        this.writer = writer;
        this.units = units;
        this.people = people;
        this.password = password;
    }

    /** The published password; empty when this demo can be reached from elsewhere and therefore made its own. */
    public Optional<String> wellKnownPassword() {
        return password.published() ? Optional.of(DemoPassword.PUBLISHED) : Optional.empty();
    }

    /** The accounts a newcomer needs to walk a report from draft to acceptance. */
    public List<Trial> toTry() {
        return FIRST.stream()
                .flatMap(username -> people.actor(username).stream())
                .filter(actor -> !actor.holdings().isEmpty() || actor.username().equals(WITHOUT_POST))
                .map(this::trial)
                .toList();
    }

    private Trial trial(Actor actor) {
        var holding = actor.holdings().stream().findFirst();
        var unit = holding.map(Holding::unit)
                .or(() -> people.find(actor.id()).map(Person::homeUnit))
                .flatMap(units::find);
        return new Trial(
                actor.username(),
                actor.name(),
                holding.map(held -> held.post().code()).orElse("hoidong"),
                unit.map(Unit::name).orElse(""));
    }

    private record Seat(String username, Post post, UnitId unit) {}

    /** Writes all of them with one shared hash, so that the first start stays short. */
    void open(String hash, LocalDate today) {
        var seats = new ArrayList<Seat>();
        for (var root : units.roots(today)) {
            seats.add(new Seat("quantri1", Post.ADMINISTRATOR, root.id()));
            seats.add(new Seat("quantri2", Post.ADMINISTRATOR, root.id()));
            seatsBelow(root, today, seats);
        }
        var ids = writer.people(seats.stream()
                .map(seat -> new NewPerson(seat.username(), DemoNames.of(seat.username()), seat.unit(), hash, false))
                .toList());
        var holdings = new ArrayList<Holding>();
        for (var i = 0; i < seats.size(); i++) {
            var seat = seats.get(i);
            var capacity = seat.post() == Post.LEADER ? Capacity.TM : null;
            holdings.add(new Holding(ids.get(i), seat.post(), seat.unit(), capacity, null, SINCE, null));
        }
        writer.holdings(holdings);
        var home = units.findByCode("CDP-48-HAICHAU").orElseThrow().id();
        writer.people(List.of(new NewPerson(WITHOUT_POST, DemoNames.of(WITHOUT_POST), home, hash, false)));
    }

    private void seatsBelow(Unit unit, LocalDate today, List<Seat> seats) {
        for (var post : postsOf(unit)) {
            seats.add(new Seat(post.code() + "." + unit.code().toLowerCase(Locale.ROOT), post, unit.id()));
        }
        units.subordinatesOf(unit.id(), today).forEach(below -> seatsBelow(below, today, seats));
    }

    private static List<Post> postsOf(Unit unit) {
        if (unit.level() <= 2) {
            return List.of(Post.OFFICER, Post.CHECKER, Post.LEADER, Post.RECORDS_OFFICE, Post.UNIT_ADMINISTRATOR);
        }
        if (unit.level() == 3) {
            return List.of(Post.OFFICER, Post.LEADER, Post.RECORDS_OFFICE, Post.UNIT_ADMINISTRATOR);
        }
        return List.of(Post.OFFICER, Post.LEADER, Post.RECORDS_OFFICE);
    }
}
