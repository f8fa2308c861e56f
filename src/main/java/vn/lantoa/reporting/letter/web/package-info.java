/** A report's letter as a file. */
package vn.lantoa.reporting.letter.web;
