package vn.lantoa.models;

import vn.lantoa.organization.AddressId;

/** The lasting identity of one kind of model. */
public record KindId(long value) {

    public static KindId of(long value) {
        return new KindId(value);
    }

    /**
     * The kind of an address.
     *
     * @throws vn.lantoa.organization.NotVisible when it is no id
     */
    public static KindId inAddress(String id) {
        return of(AddressId.of("model kind", id));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
