/**
 * How models spread (DOMAIN 1.9): a superior invites units, or a unit asks to take a kind over; its plan, its founding, its first review; the
 * tree of who took it over from whom, and the curve of how many. Its use cases stand open to the demo (ADR 25).
 */
@NamedInterface("adoption")
package vn.lantoa.models.adoption;

import org.springframework.modulith.NamedInterface;
