package vn.lantoa.tasklist;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Standing;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** In whose name somebody acts, in words: "Lãnh đạo (KT.), LĐLĐ tỉnh Bắc Ninh". Kept as it was said on the day. */
@Component
class Senders {

    /** Records are kept in Vietnamese whatever language the page is read in. */
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Timeline timeline;
    private final Units units;
    private final MessageSource messages;

    Senders(Timeline timeline, Units units, MessageSource messages) {
        this.timeline = timeline;
        this.units = units;
        this.messages = messages;
    }

    /** Who acted last on the dossier, null when nobody did. */
    String lastOf(DossierKey dossier) {
        return timeline.lastByPerson(dossier).map(Senders::inWords).orElse(null);
    }

    /** The same for several dossiers of one type, by their ids; those nobody acted on are left out. */
    Map<String, String> lastOf(String type, Collection<String> dossiers) {
        return timeline.lastByPerson(type, dossiers).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> inWords(one.getValue())));
    }

    private static String inWords(Timeline.Entry entry) {
        return entry.as() == null ? entry.person() : entry.person() + " – " + entry.as();
    }

    String as(Actor actor, Post post, UnitId unit) {
        var capacity = actor.holdings().stream()
                .filter(holding -> holding.post() == post && holding.unit().equals(unit))
                .map(Holding::capacity)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(sign -> " (" + sign.name() + "." + ")")
                .orElse("");
        return postName(post.code(), VIETNAMESE) + capacity + ", " + unitName(unit);
    }

    /** The same for a stand-in: capacity and days as the rule says them, and in whose place. */
    String as(Actor actor, Post post, UnitId unit, Standing standing) {
        if (standing == null) {
            return as(actor, post, unit);
        }
        var capacity =
                standing.capacity() == null ? "" : " (" + standing.capacity().name() + ".)";
        return postName(post.code(), VIETNAMESE) + capacity + ", " + unitName(unit) + ", "
                + instead(standing, VIETNAMESE);
    }

    /** "thay Nguyễn Văn A, theo ủy quyền từ 01/06/2026 đến 10/06/2026". */
    String instead(Standing standing, Locale locale) {
        return messages.getMessage(
                "substitution.instead",
                new Object[] {standing.name(), WrittenDay.of(standing.from()), WrittenDay.of(standing.to())},
                locale);
    }

    /** The post in which somebody reads or notes: the one nearest to the dossier. */
    String as(Actor actor, UnitId dossierUnit) {
        var nearest = actor.holdings().stream()
                .filter(holding -> holding.unit().equals(dossierUnit))
                .findFirst()
                .or(() -> actor.holdings().stream().findFirst());
        return nearest.map(holding -> as(actor, holding.post(), holding.unit())).orElse(null);
    }

    String postName(String code, Locale locale) {
        return messages.getMessage("post." + code, null, code, locale);
    }

    private String unitName(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse(unit.toString());
    }
}
