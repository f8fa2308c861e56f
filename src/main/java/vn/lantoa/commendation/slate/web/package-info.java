/** Pages and API of slates and postings. */
package vn.lantoa.commendation.slate.web;
