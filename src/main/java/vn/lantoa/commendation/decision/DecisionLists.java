package vn.lantoa.commendation.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.AwardTitle;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The list of a decision: as frozen once it is released, before that as nominees, ratio and base salary stand now. */
@Component
class DecisionLists {

    private final DecisionRows rows;
    private final Nominations nominations;
    private final AwardTitles titles;
    private final OutgoingDocuments documents;
    private final Units units;
    private final Clock clock;

    DecisionLists(
            DecisionRows rows,
            Nominations nominations,
            AwardTitles titles,
            OutgoingDocuments documents,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.nominations = nominations;
        this.titles = titles;
        this.documents = documents;
        this.units = units;
        this.clock = clock;
    }

    /** Collectives first, then persons, as lists are written. */
    List<DecisionItem> of(Decision decision) {
        var items = rows.items(decision.id());
        if (decision.state() == Decision.State.RELEASED || decision.kind() != Decision.Kind.AWARD) {
            return items;
        }
        var nominees = nominations.nominees(
                items.stream().map(DecisionItem::nomination).toList());
        var names = units.namesOf(
                nominees.values().stream().map(nominee -> nominee.unit()).toList());
        var amounts = Map.of(true, amount(decision, true), false, amount(decision, false));
        return items.stream()
                .map(item -> {
                    var nominee = nominees.get(item.nomination());
                    return item.with(
                            nominee.name(),
                            nominee.post(),
                            names.getOrDefault(nominee.unit(), ""),
                            amounts.get(item.collective()));
                })
                .toList();
    }

    /** What one recipient is paid, by the rules of the decision's date. */
    private long amount(Decision decision, boolean collective) {
        var on = date(decision);
        return titles.find(decision.title(), on)
                .map(title -> PrizeMoney.of(ratio(title, collective), titles.baseSalary(on)))
                .orElse(0L);
    }

    /** Its document's date; today while it has none. */
    LocalDate date(Decision decision) {
        return decision.dated() != null
                ? decision.dated()
                : document(decision).map(OutgoingDocument::dated).orElseGet(() -> LocalDate.now(clock));
    }

    /** Its document once it has a number. */
    java.util.Optional<OutgoingDocument> document(Decision decision) {
        return documents
                .of(decision.id().dossier(), AwardDecisions.REVISION)
                .filter(one -> one.state() == OutgoingDocument.State.NUMBERED);
    }

    String unitName(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }

    private static Integer ratio(AwardTitle title, boolean collective) {
        return collective ? title.ratioCollective() : title.ratioIndividual();
    }
}
