/** Layout, sign-in, error pages: composes pages by URL and imports no feature. */
package vn.lantoa.web;
