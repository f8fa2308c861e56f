/** Pages and API of the yearly recognition, ratings and commitments. */
package vn.lantoa.models.safety.web;
