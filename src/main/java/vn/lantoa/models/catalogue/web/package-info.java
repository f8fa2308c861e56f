/** Pages and API of the catalogue of models. */
package vn.lantoa.models.catalogue.web;
