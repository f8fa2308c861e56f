/** Pages and API of requests about personal data. */
package vn.lantoa.commendation.privacy.web;
