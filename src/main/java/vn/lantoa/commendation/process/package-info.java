/** The service tasks of commendation, as the engine calls them. */
package vn.lantoa.commendation.process;
