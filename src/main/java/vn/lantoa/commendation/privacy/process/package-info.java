/** The service tasks of the diagram of requests about personal data, as the engine calls them. */
package vn.lantoa.commendation.privacy.process;
