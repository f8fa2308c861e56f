/**
 * A branch that was run alone joins another installation: its accepted reports leave as one signed package and come in as they were
 * accepted (ADR 42).
 */
package vn.lantoa.reporting.exchange;
