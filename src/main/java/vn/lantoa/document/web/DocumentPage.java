package vn.lantoa.document.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.document.DocumentNumber;
import vn.lantoa.document.Letterhead;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.document.OutgoingDocuments.Outcome;
import vn.lantoa.document.OutgoingList;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** What the page "Văn bản đi" shows: what waits, what has a number, how the unit heads its letters. */
@Component
class DocumentPage {

    static final String VIEW = "document/list";

    private final OutgoingDocuments documents;
    private final OutgoingList list;
    private final Letterheads letterheads;
    private final Units units;
    private final Access access;
    private final MessageSource messages;

    DocumentPage(
            OutgoingDocuments documents,
            OutgoingList list,
            Letterheads letterheads,
            Units units,
            Access access,
            MessageSource messages) {
        this.documents = documents;
        this.list = list;
        this.letterheads = letterheads;
        this.units = units;
        this.access = access;
        this.messages = messages;
    }

    /**
     * A document that waits.
     *
     * @param proposal null when somebody else gives the number, or it is given in the step
     */
    record Waiting(OutgoingDocument document, String unit, DocumentNumber proposal) {}

    /** @param mine whether this person may attach the signed copy */
    record Numbered(OutgoingDocument document, String unit, String signed, boolean mine) {}

    /** @param shown what stands on letters now; {@code said} what the unit said itself */
    record Head(Unit unit, Letterhead said, Letterhead shown, boolean recordsOffice) {}

    void fill(Model model, Actor actor, String text, String after) {
        var waiting = list.waiting(actor);
        var page = list.numbered(actor, text, after);
        model.addAttribute(
                "waiting",
                waiting.stream().map(document -> waiting(actor, document)).toList());
        model.addAttribute(
                "numbered",
                page.items().stream().map(document -> numbered(actor, document)).toList());
        model.addAttribute("q", text);
        model.addAttribute("firstAddress", after == null ? null : address(text, null));
        model.addAttribute("nextAddress", page.next() == null ? null : address(text, page.next()));
        model.addAttribute("heads", heads(actor));
    }

    /** The same with what was typed, and at which document and field it is wrong. */
    void refuse(Model model, Actor actor, long document, Outcome.Refused refused, List<String> typed, Locale locale) {
        fill(model, actor, "", null);
        model.addAttribute("refusedDocument", document);
        model.addAttribute("refusedField", refused.field());
        model.addAttribute(
                "refusal", messages.getMessage(refused.key(), refused.args().toArray(), locale));
        model.addAttribute("typed", typed);
    }

    private Waiting waiting(Actor actor, OutgoingDocument document) {
        var mine = !document.inStep() && access.may(actor, Right.NUMBER_DOCUMENT, document.unit());
        return new Waiting(
                document, name(document), mine ? documents.proposal(document.unit(), document.type()) : null);
    }

    private Numbered numbered(Actor actor, OutgoingDocument document) {
        return new Numbered(
                document,
                name(document),
                OutgoingList.signed(document),
                access.may(actor, Right.NUMBER_DOCUMENT, document.unit()));
    }

    private List<Head> heads(Actor actor) {
        return actor.units().stream()
                .filter(unit -> access.may(actor, Right.SET_LETTERHEAD, unit))
                .sorted()
                .map(unit -> new Head(
                        units.find(unit).orElseThrow(),
                        letterheads.said(unit),
                        letterheads.of(unit),
                        letterheads.hasRecordsOffice(unit)))
                .toList();
    }

    private String name(OutgoingDocument document) {
        return units.find(document.unit()).map(Unit::name).orElse("");
    }

    private static String address(String text, String after) {
        var address = UriComponentsBuilder.fromPath("/documents");
        if (!text.isBlank()) {
            address.queryParam("q", text);
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().toUriString();
    }
}
