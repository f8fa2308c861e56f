package vn.lantoa.dossier;

import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;

/**
 * One kind of thing that the search over everything finds: implemented as a bean by whoever keeps the things.
 *
 * <p>Rights belong into the query itself: a page filtered afterwards would show too little and tell too much.
 */
public interface Searchable {

    /** One thing found. */
    record Hit(String title, String meta, String href) {}

    /** The word for the kind in addresses; message {@code search.kind.<kind>} is its heading. */
    String kind();

    /** Where the group stands among the others, the lowest first. */
    int rank();

    /**
     * A page of what this person may see and each of whose words begins as asked, without regard to diacritics.
     *
     * @param words as typed, at most 200 characters
     * @param after the place the last page named, null at the start; anything unknown means the start
     */
    Page<Hit> find(Actor actor, String words, String after, int limit);
}
