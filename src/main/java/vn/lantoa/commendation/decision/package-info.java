/** Decisions on commendations: drafted, approved, numbered, released; corrected and annulled by new ones; what they pay and how they are verified. */
package vn.lantoa.commendation.decision;
