package vn.lantoa.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.VietnameseText;

/** Numbered documents of one's own units, by number, symbol and title; they lead to their dossier. */
@Component
class OutgoingHits implements Searchable {

    private final OutgoingList list;

    OutgoingHits(OutgoingList list) {
        this.list = list;
    }

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public int rank() {
        return 15;
    }

    @Override
    public Page<Hit> find(Actor actor, String words, String after, int limit) {
        if (VietnameseText.words(words).isEmpty() || OutgoingList.units(actor).isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return list.numbered(actor, words, after, limit).map(OutgoingHits::hit);
    }

    private static Hit hit(OutgoingDocument document) {
        var meta = Stream.of(document.inWords(), document.dated() == null ? null : WrittenDay.of(document.dated()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Hit(
                document.title(),
                meta,
                "/dossiers/" + document.dossier().type() + "/"
                        + document.dossier().id());
    }
}
