package vn.lantoa.models.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Kinds of models as dossiers: no process, but a story and attachments, open to all who signed in. */
@Component
class KindDossiers implements Dossier.Type {

    static final String TYPE = "model-kind";

    private final ModelKinds kinds;
    private final Units units;
    private final Access access;
    private final JdbcClient jdbc;

    KindDossiers(ModelKinds kinds, Units units, Access access, JdbcClient jdbc) {
        this.kinds = kinds;
        this.units = units;
        this.access = access;
        this.jdbc = jdbc;
    }

    static DossierKey key(KindId id) {
        return new DossierKey(TYPE, id.toString());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id)
                ? kinds.find(KindId.of(Long.parseLong(id))).map(KindDossiers::dossier)
                : Optional.empty();
    }

    private static Dossier dossier(ModelKind kind) {
        return new Dossier(
                key(kind.id()), kind.name(), kind.keeper(), kind.state().name());
    }

    @Override
    public void lock(Dossier dossier) {
        jdbc.sql("select id from model_kind where id = ? for update")
                .param(Long.parseLong(dossier.key().id()))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return true;
    }

    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        return dossier.unit();
    }

    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        return Optional.empty();
    }

    @Override
    public boolean fourEyesWaived(Dossier dossier, String step) {
        return false;
    }

    @Override
    public boolean mayAttach(Dossier dossier, Actor actor) {
        return !dossier.state().equals(ModelKind.State.MERGED.name())
                && access.may(actor, Right.SPREAD_MODEL, dossier.unit());
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        return List.of(new Dossier.Fact(
                "models.kind.keeper", units.find(dossier.unit()).map(Unit::name).orElse("")));
    }

    @Override
    public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
        return List.of();
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        return List.of(new Dossier.Link(
                "models.kind.page", "/models/kinds/" + dossier.key().id()));
    }
}
