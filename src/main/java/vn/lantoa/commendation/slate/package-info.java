/** The slate of a level: all nominations side by side, quotas, many decided at once, the paper that goes up, and public posting. */
package vn.lantoa.commendation.slate;
