package vn.lantoa.dossier;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.lantoa.organization.Actor;

/** What somebody sees first, before any list: the packages that know something offer a card. */
public interface FirstCard {

    /**
     * A card.
     *
     * @param heading message that says what kind of thing it is
     * @param due null when it has no day
     * @param workingDays working days left, negative when overdue, null without a day
     * @param button message of the one button
     */
    record Card(String heading, String title, LocalDate due, Integer workingDays, String href, String button) {}

    /** The place among the cards; the first one is the one next thing. */
    int position();

    /** The card for this person; empty when there is nothing to show. */
    Optional<Card> of(Actor actor, Locale locale);
}
