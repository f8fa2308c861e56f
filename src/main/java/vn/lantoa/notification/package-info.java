/** Tells people what happened: open pages learn at once that something changed. */
package vn.lantoa.notification;
