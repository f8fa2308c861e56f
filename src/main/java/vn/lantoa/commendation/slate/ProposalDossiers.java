package vn.lantoa.commendation.slate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** Proposals as dossiers, to which their documents belong. */
@Component
class ProposalDossiers implements Dossier.Type {

    private final Proposals proposals;
    private final Units units;
    private final Access access;

    ProposalDossiers(Proposals proposals, Units units, Access access) {
        this.proposals = proposals;
        this.units = units;
        this.access = access;
    }

    @Override
    public String type() {
        return Proposals.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? proposals.find(Long.parseLong(id)).map(this::dossier) : Optional.empty();
    }

    private Dossier dossier(Proposals.Proposal proposal) {
        var unit = units.find(proposal.unit()).map(Unit::name).orElse("");
        return new Dossier(
                proposal.dossier(),
                "Tờ trình " + proposal.title() + " – " + unit,
                proposal.unit(),
                proposal.number() == null ? "WAITING" : "NUMBERED");
    }

    @Override
    public void lock(Dossier dossier) {
        proposals.lock(Long.parseLong(dossier.key().id()));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_NOMINATION, dossier.unit());
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        return proposals
                .find(Long.parseLong(dossier.key().id()))
                .map(Proposals.Proposal::number)
                .map(number -> List.of(new Dossier.Fact("award-proposal.field.number", number)))
                .orElse(List.of());
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var path = "/awards/proposals/" + dossier.key().id();
        return List.of(
                new Dossier.Link("award-proposal.docx", path + ".docx"),
                new Dossier.Link("award-proposal.pdf", path + ".pdf"));
    }
}
