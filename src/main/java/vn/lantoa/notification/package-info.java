/** Tells people what happened: open pages at once, the inbox, and by mail one digest a person through an outbox. */
package vn.lantoa.notification;
