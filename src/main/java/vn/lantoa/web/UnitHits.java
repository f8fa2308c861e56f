package vn.lantoa.web;

import java.util.Collection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Units, by names old and new and by code. */
@Component
class UnitHits implements Searchable {

    private final Units units;
    private final MessageSource messages;

    UnitHits(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Page<Hit> find(Actor actor, String words, String after, int limit) {
        return units.search(words, branchesOf(actor), after, limit).map(this::hit);
    }

    /** The branches whose units a person may see; null for all. */
    static Collection<UnitId> branchesOf(Actor actor) {
        return actor.holds(Post.ADMINISTRATOR) ? null : actor.branches(Right.SEE_UNIT);
    }

    private Hit hit(Unit unit) {
        var meta = unit.code() + " · " + text("unit.kind." + unit.kind());
        var closed = unit.validTo() == null ? "" : " · " + text("organization.closed", WrittenDay.of(unit.validTo()));
        return new Hit(unit.name(), meta + closed, "/units/" + unit.id());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
