package vn.lantoa.commendation.council;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.FirstCard;
import vn.lantoa.dossier.OwnPlace;
import vn.lantoa.organization.Actor;

/** Leads members to their council: an entry of the menu, and a card for the session that comes or goes on. They may hold no post at all. */
@Component
class CouncilPlace implements OwnPlace, FirstCard {

    private final MemberDesk desk;
    private final Councils councils;
    private final Clock clock;

    CouncilPlace(MemberDesk desk, Councils councils, Clock clock) {
        this.desk = desk;
        this.councils = councils;
        this.clock = clock;
    }

    @Override
    public String href() {
        return "/awards/councils";
    }

    @Override
    public String labelKey() {
        return "council.place";
    }

    @Override
    public boolean isFor(Actor actor) {
        return councils.anyWith(actor);
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Card> of(Actor actor, Locale locale) {
        return desk.of(actor, LocalDate.now(clock)).stream()
                .filter(one -> one.session().state() != CouncilSession.State.CLOSED)
                .min(Comparator.comparing(one -> one.session().meetsOn()))
                .map(one -> new Card(
                        "council.card",
                        one.council().name(),
                        one.session().meetsOn(),
                        null,
                        "/awards/councils/sessions/" + one.session().id(),
                        "council.card.open"));
    }
}
