/** The pages and the API of reports. */
package vn.lantoa.reporting.web;
