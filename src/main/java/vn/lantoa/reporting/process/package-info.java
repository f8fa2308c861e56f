/** The service tasks of the reports' diagrams, as the engine calls them. */
package vn.lantoa.reporting.process;
