package vn.lantoa.tasklist.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.lantoa.organization.Actor;
import vn.lantoa.tasklist.SavedFilters;
import vn.lantoa.tasklist.Tasklist;

/** A person's saved filters with how much each finds now. */
@Component
class SavedViews {

    /** @param count null when the address is of a release that is no more */
    record SavedView(long id, String name, String address, Long count) {}

    private final SavedFilters filters;
    private final Tasklist tasklist;

    SavedViews(SavedFilters filters, Tasklist tasklist) {
        this.filters = filters;
        this.tasklist = tasklist;
    }

    List<SavedView> of(Actor actor) {
        return filters.of(actor).stream()
                .map(saved -> new SavedView(saved.id(), saved.name(), saved.address(), count(actor, saved.address())))
                .toList();
    }

    private Long count(Actor actor, String address) {
        try {
            var filter = ListAddress.of(address).toFilter();
            var counts = tasklist.countsFor(actor, filter);
            return filter.group() == null
                    ? counts.values().stream().mapToLong(Long::longValue).sum()
                    : counts.get(filter.group());
        } catch (ResponseStatusException unknownWord) {
            return null;
        }
    }
}
