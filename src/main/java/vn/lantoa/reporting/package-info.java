/** Asking units for a report by a date, and adding the answers up. */
package vn.lantoa.reporting;
