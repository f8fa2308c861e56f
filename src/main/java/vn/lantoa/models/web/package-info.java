/** Pages and API of sites of models. */
package vn.lantoa.models.web;
