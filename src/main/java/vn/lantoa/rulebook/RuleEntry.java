package vn.lantoa.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * One change of a rule.
 *
 * @param key the values of the key columns joined by {@code /}, empty when the whole table was confirmed
 * @param was the values before, as lines {@code column=value}; null for a new rule
 * @param becomes the values after; null for a row taken back
 */
public record RuleEntry(
        String key,
        UnitId unit,
        LocalDate from,
        LocalDate to,
        RuleAct act,
        String was,
        String becomes,
        String basis,
        PersonId by,
        Instant at) {}
