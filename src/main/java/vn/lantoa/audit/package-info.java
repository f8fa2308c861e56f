/** Who did what, when; a chain nobody can rewrite unseen. */
package vn.lantoa.audit;
