/** Pages and API of exemplars. */
package vn.lantoa.models.exemplar.web;
