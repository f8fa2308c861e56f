package vn.lantoa.tasklist;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.VietnameseText;

/** A person's own views of the list, under names of one's own. They keep words of the address only, so that no release breaks them. */
@Component
public class SavedFilters {

    /** A saved view; {@code address} begins with {@code /tasks}. */
    public record Saved(long id, String name, String address) {}

    /** Each costs a count when the page is shown. */
    static final int MOST = 12;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1000;

    private final JdbcClient jdbc;

    SavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Saved> of(Actor actor) {
        return jdbc.sql("select id, name, address from saved_filter where person_id = ? order by id")
                .param(actor.id().value())
                .query((row, n) -> new Saved(row.getLong("id"), row.getString("name"), row.getString("address")))
                .list();
    }

    /**
     * Keeps an address under a name.
     *
     * @return message key of what is wrong, empty when it is kept
     */
    public Optional<String> save(Actor actor, String name, String address) {
        var clean = VietnameseText.clean(name);
        var wrong = wrong(clean);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.of("tasklist.saved.too-long");
        }
        if (of(actor).size() >= MOST) {
            return Optional.of("tasklist.saved.too-many");
        }
        return unlessTaken(() -> jdbc.sql("insert into saved_filter (person_id, name, address) values (?, ?, ?)")
                .params(actor.id().value(), clean, address)
                .update());
    }

    /**
     * Gives one's own view another name.
     *
     * @return message key of what is wrong, empty when it is done
     * @throws NotVisible when it is somebody else's, or gone
     */
    public Optional<String> rename(Actor actor, long id, String name) {
        var known = require(actor, id);
        var clean = VietnameseText.clean(name);
        var wrong = wrong(clean);
        return wrong.isPresent()
                ? wrong
                : unlessTaken(() -> jdbc.sql("update saved_filter set name = ? where id = ?")
                        .params(clean, known.id())
                        .update());
    }

    /** Removes one's own view; {@link NotVisible} when it is somebody else's, or gone. */
    public void remove(Actor actor, long id) {
        jdbc.sql("delete from saved_filter where id = ?")
                .param(require(actor, id).id())
                .update();
    }

    private Saved require(Actor actor, long id) {
        return of(actor).stream()
                .filter(saved -> saved.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotVisible("saved filter " + id));
    }

    private static Optional<String> wrong(String name) {
        if (name.isEmpty()) {
            return Optional.of("tasklist.saved.nameless");
        }
        return name.length() > LONGEST_NAME ? Optional.of("tasklist.saved.name-too-long") : Optional.empty();
    }

    private static Optional<String> unlessTaken(Runnable write) {
        try {
            write.run();
            return Optional.empty();
        } catch (DuplicateKeyException taken) {
            return Optional.of("tasklist.saved.taken");
        }
    }
}
