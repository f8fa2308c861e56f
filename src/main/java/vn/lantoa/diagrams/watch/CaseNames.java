package vn.lantoa.diagrams.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Whose cases they are, for those who run the software and may not read what is in them: the unit, never the title, which may name a person. */
@Component
public class CaseNames {

    private final Dossiers dossiers;
    private final Units units;

    CaseNames(Dossiers dossiers, Units units) {
        this.dossiers = dossiers;
        this.units = units;
    }

    /** The names of the units of several dossiers; dossiers that are gone are left out. */
    public Map<DossierKey, String> of(Collection<DossierKey> keys) {
        var owners = new HashMap<DossierKey, UnitId>();
        keys.stream()
                .collect(Collectors.groupingBy(DossierKey::type))
                .forEach((type, some) -> owners.putAll(owners(some)));
        var names = units.namesOf(List.copyOf(owners.values()));
        return owners.entrySet().stream()
                .filter(one -> names.containsKey(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> names.get(one.getValue())));
    }

    private Map<DossierKey, UnitId> owners(List<DossierKey> some) {
        return dossiers
                .typeOf(some.get(0))
                .findAll(some.stream().map(DossierKey::id).toList())
                .values()
                .stream()
                .filter(dossier -> dossier.unit() != null)
                .collect(Collectors.toMap(dossier -> dossier.key(), dossier -> dossier.unit()));
    }
}
