package vn.lantoa.models.catalogue;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.VietnameseText;

/** Kinds of models in the search over everything, for those who work with models; their sites are found in the catalogue by the same words. */
@Component
class ModelHits implements Searchable {

    private final KindShelf shelf;
    private final MessageSource messages;

    ModelHits(KindShelf shelf, MessageSource messages) {
        this.shelf = shelf;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "models";
    }

    @Override
    public int rank() {
        return 25;
    }

    @Override
    public Page<Hit> find(Actor actor, String typed, String after, int limit) {
        var reads = Right.SEE_MODEL.posts().stream().anyMatch(actor::holds);
        if (!reads || VietnameseText.words(typed).isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return shelf.page(typed, after, limit).map(this::hit);
    }

    private Hit hit(KindCard card) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Hit(
                card.kind().name(),
                messages.getMessage("models.card.sites", new Object[] {card.sites(), card.provinces()}, locale),
                "/models/kinds/" + card.kind().id());
    }
}
