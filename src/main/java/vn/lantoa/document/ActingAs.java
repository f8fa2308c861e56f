package vn.lantoa.document;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** In which post and unit somebody acts, in the words of the records: "Văn thư, LĐLĐ tỉnh Bắc Ninh". */
@Component
class ActingAs {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Units units;
    private final MessageSource messages;

    ActingAs(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    /** The post nearest to the unit; null for who holds none. */
    String of(Actor actor, UnitId unit) {
        return actor.holdings().stream()
                .filter(holding -> holding.unit().equals(unit))
                .findFirst()
                .or(() -> actor.holdings().stream().findFirst())
                .map(holding -> messages.getMessage("post." + holding.post().code(), null, VIETNAMESE) + ", "
                        + units.find(holding.unit()).map(Unit::name).orElse(""))
                .orElse(null);
    }
}
