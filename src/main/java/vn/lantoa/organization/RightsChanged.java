package vn.lantoa.organization;

import java.util.Map;

/**
 * The tree, a post or an account changed, or somebody signed in. Published within the transaction of the act; {@code audit} writes it down.
 *
 * @param action dotted, e.g. {@code person.appointed}, {@code unit.moved}, {@code account.password-reset}, {@code signin.failed}
 * @param actor null for the house itself and for strangers
 * @param object e.g. {@code person:7}, {@code unit:12}
 * @param unit whose branch it concerns, null for the installation
 * @param facts ids and codes, never personal data
 * @param payload names and texts, which may be erased later
 */
public record RightsChanged(
        String action,
        Actor actor,
        String object,
        UnitId unit,
        Map<String, String> facts,
        Map<String, String> payload) {}
