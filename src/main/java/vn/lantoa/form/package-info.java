/** What a form asks, which answers it accepts. */
package vn.lantoa.form;
