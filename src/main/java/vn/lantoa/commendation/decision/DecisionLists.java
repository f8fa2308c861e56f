package vn.lantoa.commendation.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
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
    private final PaidBefore paid;
    private final OutgoingDocuments documents;
    private final Units units;
    private final Clock clock;

    DecisionLists(
            DecisionRows rows,
            Nominations nominations,
            AwardTitles titles,
            PaidBefore paid,
            OutgoingDocuments documents,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.nominations = nominations;
        this.titles = titles;
        this.paid = paid;
        this.documents = documents;
        this.units = units;
        this.clock = clock;
    }

    /** Collectives first, then persons, as lists are written. */
    List<DecisionItem> of(Decision decision) {
        var items = rows.items(decision.id());
        if (decision.state() == Decision.State.RELEASED || decision.kind() == Decision.Kind.CORRECTION) {
            return items;
        }
        return decision.kind() == Decision.Kind.ANNULMENT
                ? paid.givenBack(decision, items)
                : paid.due(decision, named(items), fullOf(decision), date(decision));
    }

    /** Whether another decision, released or annulled since the approval, changes what this one pays: then its sums were approved by nobody. */
    boolean paidMeanwhile(Decision decision) {
        if (decision.state() != Decision.State.APPROVED) {
            return false;
        }
        var approved = rows.items(decision.id()).stream().collect(Collectors.toMap(DecisionItem::id, line -> line));
        return of(decision).stream()
                .filter(DecisionItem::stands)
                .anyMatch(line -> line.paidBefore() != approved.get(line.id()).paidBefore()
                        || !Objects.equals(
                                line.paidBy(), approved.get(line.id()).paidBy()));
    }

    private List<DecisionItem> named(List<DecisionItem> items) {
        var nominees = nominations.nominees(
                items.stream().map(DecisionItem::nomination).toList());
        var names = units.namesOf(
                nominees.values().stream().map(nominee -> nominee.unit()).toList());
        return items.stream()
                .map(item -> {
                    var nominee = nominees.get(item.nomination());
                    return item.named(nominee.name(), nominee.post(), names.getOrDefault(nominee.unit(), ""));
                })
                .toList();
    }

    /** What one recipient is paid by the rules of the decision's date, when nothing was paid before: a collective, and a person. */
    private Function<DecisionItem, Long> fullOf(Decision decision) {
        var on = date(decision);
        var title = titles.find(decision.title(), on).or(() -> titles.lastKnown(decision.title()));
        var salary = titles.baseSalary(on);
        return item -> title.map(one -> PrizeMoney.of(one.ratio(item.collective()), salary))
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
}
