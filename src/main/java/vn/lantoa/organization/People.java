package vn.lantoa.organization;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons and the posts they hold. */
@Component
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person with the posts held today; empty when unknown or blocked. */
    public Optional<Actor> actor(String username) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> nameOf(PersonId person) {
        throw new UnsupportedOperationException();
    }

    /** Who holds this post in this unit today. */
    public List<Actor> holdersOf(Post post, UnitId unit) {
        throw new UnsupportedOperationException();
    }
}
