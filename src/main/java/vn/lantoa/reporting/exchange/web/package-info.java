/** Pages of packages of reports. */
package vn.lantoa.reporting.exchange.web;
