/** The service tasks of {@code safety-standard}, as the engine calls them. */
package vn.lantoa.models.safety.process;
