package vn.lantoa.reporting.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitSuccessions;

/** Letters to late units as dossiers: no step waits in them, the records office numbers them on its own page. */
@Component
class OverdueLetterDossiers implements Dossier.Type {

    private final OverdueLetters letters;
    private final OverdueLetterRows rows;
    private final OutgoingDocuments documents;
    private final UnitSuccessions successions;

    OverdueLetterDossiers(
            OverdueLetters letters, OverdueLetterRows rows, OutgoingDocuments documents, UnitSuccessions successions) {
        this.letters = letters;
        this.rows = rows;
        this.documents = documents;
        this.successions = successions;
    }

    @Override
    public String type() {
        return OverdueLetters.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return rows.find(id).map(letter -> {
            var key = new DossierKey(OverdueLetters.DOSSIER, id);
            var state = document(key).map(OutgoingDocument::state).orElse(OutgoingDocument.State.DROPPED);
            return new Dossier(
                    key,
                    letters.title(letter),
                    successions.answering(letter.unit().id()),
                    state.name());
        });
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(dossier.key().id());
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return letters.sees(actor, dossier.key().id());
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var letter = rows.find(dossier.key().id()).orElseThrow();
        var facts = new ArrayList<Dossier.Fact>();
        document(dossier.key()).filter(one -> one.inWords() != null).ifPresent(one -> {
            facts.add(new Dossier.Fact("overdue-letter.fact.number", one.inWords()));
            facts.add(new Dossier.Fact("overdue-letter.fact.date", WrittenDay.of(one.dated())));
        });
        facts.add(new Dossier.Fact(
                "overdue-letter.fact.units",
                letter.late().stream().map(OverdueLetter.Late::name).collect(Collectors.joining("; "))));
        if (letter.until() != null) {
            facts.add(new Dossier.Fact("overdue-letter.fact.until", WrittenDay.of(letter.until())));
        }
        return facts;
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var address = "/overdue-letters/" + dossier.key().id() + "/letter.";
        var links = new ArrayList<Dossier.Link>();
        links.add(new Dossier.Link("report.letter.docx", address + "docx"));
        links.add(new Dossier.Link("report.letter.pdf", address + "pdf"));
        document(dossier.key())
                .filter(document -> document.signedFile() != null)
                .ifPresent(document -> links.add(new Dossier.Link(
                        document.digitallySigned() ? "report.letter.signed-digitally" : "report.letter.signed",
                        "/documents/" + document.id() + "/signed.pdf")));
        return links;
    }

    private Optional<OutgoingDocument> document(DossierKey key) {
        return documents.of(key, OverdueLetters.REVISION);
    }
}
