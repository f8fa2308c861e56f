/** What the reports of direct subordinates add up to, what a report took of it, and how a total opens down to its units (ADR 0041). */
package vn.lantoa.reporting.consolidation;
