package vn.lantoa.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds a dossier whatever feature it belongs to. */
@Component
public class Dossiers {

    private final Map<String, Dossier.Type> types;

    Dossiers(List<Dossier.Type> types) {
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(Dossier.Type::type, Function.identity()));
    }

    public Optional<Dossier> find(DossierKey key) {
        return Optional.ofNullable(types.get(key.type())).flatMap(type -> type.find(key.id()));
    }

    /**
     * The feature's own answers about its dossiers.
     *
     * @throws IllegalArgumentException when no feature knows this type
     */
    public Dossier.Type typeOf(DossierKey key) {
        var type = types.get(key.type());
        if (type == null) {
            throw new IllegalArgumentException("no feature knows dossiers of type " + key.type());
        }
        return type;
    }
}
