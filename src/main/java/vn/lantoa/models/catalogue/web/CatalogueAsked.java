package vn.lantoa.models.catalogue.web;

import java.util.Arrays;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteState;
import vn.lantoa.models.catalogue.CatalogueFilter;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.UnitId;

/** The filter of the catalogue as it stands in an address; what cannot be read asks for nothing. */
record CatalogueAsked(String q, String kind, String place, String state, String level, String due, String after) {

    private static final int LONGEST = 200;

    CatalogueFilter filter() {
        return new CatalogueFilter(
                words(),
                AddressId.is(kind) ? KindId.of(Long.parseLong(kind)) : null,
                AddressId.is(place) ? UnitId.of(Long.parseLong(place)) : null,
                one(SiteState.values(), state),
                level != null && level.matches("[1-4]") ? Integer.valueOf(level) : null,
                one(CatalogueFilter.Due.values(), due),
                after);
    }

    public String words() {
        return q == null ? "" : q.substring(0, Math.min(LONGEST, q.length())).strip();
    }

    /** The address of the same question from another place on; null for the start. */
    String address(String path, String after) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "q", words());
        add(address, "kind", kind);
        add(address, "place", place);
        add(address, "state", state);
        add(address, "level", level);
        add(address, "due", due);
        add(address, "after", after);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }

    private static <E extends Enum<E>> E one(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
