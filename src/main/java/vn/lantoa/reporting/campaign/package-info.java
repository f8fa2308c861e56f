/** The campaign: a whole branch asked for the reports of one period, reminded, counted, and closed. */
package vn.lantoa.reporting.campaign;
