package vn.lantoa.document;

/**
 * How a unit heads its letters and numbers them (DOMAIN §5.3); each line null where the unit's name says enough.
 *
 * @param superiorLine the parent body, which after the move under the Fatherland Front may differ from the superior's name
 * @param place before the date, "Đà Nẵng"
 * @param abbreviation in the symbol, {@code LĐLĐ} in {@code 12/BC-LĐLĐ}
 * @param numberFirst whether a document gets its number before it is sent
 */
public record Letterhead(
        String superiorLine, String issuerLine, String place, String abbreviation, boolean numberFirst) {

    static final Letterhead NOTHING_SAID = new Letterhead(null, null, null, null, false);
}
