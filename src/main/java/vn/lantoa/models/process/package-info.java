/** The service tasks of the diagram of a site's life, as the engine calls them. */
package vn.lantoa.models.process;
