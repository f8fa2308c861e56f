/**
 * The award council of a level: its members, sessions, conflicts of interest, ballots and minutes (DOMAIN §2.7). Its use cases stand open to
 * the demo, whose invented people set one up (ADR 25); that no other feature comes in is held by the house's own rules.
 */
@NamedInterface("council")
package vn.lantoa.commendation.council;

import org.springframework.modulith.NamedInterface;
