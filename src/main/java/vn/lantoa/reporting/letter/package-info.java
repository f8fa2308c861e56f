/** A report as the letter it becomes: what it says field by field, filled into a template of Word. */
package vn.lantoa.reporting.letter;
