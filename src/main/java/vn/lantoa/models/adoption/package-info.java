/**
 * How models spread (DOMAIN 1.9): a superior invites units, or a unit asks to take a kind over; its plan, its founding, its first review; the
 * tree of who took it over from whom, and the curve of how many.
 */
package vn.lantoa.models.adoption;
