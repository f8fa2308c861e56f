/** The pages of sums: a report's whole table, and each figure opened down to its units. */
package vn.lantoa.reporting.consolidation.web;
