/** The service tasks of the diagram of adoptions, as the engine calls them. */
package vn.lantoa.models.adoption.process;
