package vn.lantoa.commendation.slate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Review.Mark;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;

/** A season with a level's list to be filled, marked and closed. */
final class SlateFixtures {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    final AwardFixtures awards;
    final Branch branch;

    private final Slates slates;
    private final Clock clock;

    SlateFixtures(ApplicationContext context) {
        awards = new AwardFixtures(context);
        branch = awards.branch;
        slates = context.getBean(Slates.class);
        clock = context.getBean(Clock.class);
    }

    List<NominationId> nominate(UnitId unit, String title, int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(one -> awards.nominate(unit, title, name(one)))
                .toList());
    }

    /** Nobody else's in the whole database: the same name and birth year elsewhere would be a duplicate. */
    String name(int one) {
        return "Nguyễn Thị Thử " + awards.season + "-" + one;
    }

    void mark(Actor officer, UnitId unit, List<NominationId> ids, Mark mark) {
        var marks = new HashMap<NominationId, Mark>();
        ids.forEach(id -> marks.put(id, mark));
        assertThat(slates.mark(officer, unit, marks)).isEqualTo(ids.size());
    }

    String today() {
        return LocalDate.now(clock).toString();
    }
}
