/** What waits for me. */
package vn.lantoa.tasklist;
