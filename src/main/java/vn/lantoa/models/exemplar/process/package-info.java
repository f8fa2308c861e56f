/** The service task of the diagram of exemplars, as the engine calls it. */
package vn.lantoa.models.exemplar.process;
