/** Processes changed in the browser: drawn as a draft, checked, compared, put into service by a second person, running cases moved, and watched. */
package vn.lantoa.diagrams;
