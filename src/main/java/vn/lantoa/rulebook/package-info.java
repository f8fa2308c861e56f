/** Dated rules with their legal basis: shown, changed by right, never rewritten; the packages that own the tables implement {@code RuleTable}. */
package vn.lantoa.rulebook;
