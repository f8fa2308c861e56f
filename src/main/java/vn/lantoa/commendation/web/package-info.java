/** Pages and API of commendation. */
package vn.lantoa.commendation.web;
