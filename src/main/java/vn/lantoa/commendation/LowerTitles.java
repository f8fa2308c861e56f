package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** The titles below the one asked for, of which a level may offer one to the proposer. */
@Component
class LowerTitles {

    private final AwardTitles titles;
    private final NominationRows rows;
    private final NomineeRows nominees;
    private final Units units;
    private final Clock clock;

    LowerTitles(AwardTitles titles, NominationRows rows, NomineeRows nominees, Units units, Clock clock) {
        this.titles = titles;
        this.rows = rows;
        this.nominees = nominees;
        this.units = units;
        this.clock = clock;
    }

    /** Decided by this level or above it and nearer to the proposer than the one asked for, for the same kind of nominee. */
    List<AwardTitle> than(Nomination nomination) {
        var today = LocalDate.now(clock);
        var asked = titles.lastKnown(nomination.title());
        var here = units.find(units.answering(nomination.at())).map(Unit::level).orElse(1);
        var collective = nominees.find(nomination.id()).map(Nominee::collective).orElse(false);
        var proposer = units.find(units.answering(nomination.proposer())).orElseThrow();
        return titles.proposableBy(proposer, today).stream()
                .filter(title -> collective ? title.collectives() : title.individuals())
                .filter(title -> asked.filter(one -> lower(title, one)).isPresent())
                .filter(title -> title.lastLevel() <= here)
                .toList();
    }

    Optional<AwardTitle> offered(Nomination nomination) {
        return rows.offered(nomination.id()).flatMap(titles::lastKnown);
    }

    private static boolean lower(AwardTitle title, AwardTitle asked) {
        return !title.outside()
                && (title.lastLevel() > asked.lastLevel()
                        || title.lastLevel() == asked.lastLevel()
                                && title.form().compareTo(asked.form()) < 0);
    }
}
