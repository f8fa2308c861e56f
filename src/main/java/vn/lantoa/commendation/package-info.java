/** Commendation: seasons, award titles, nominations and their way through the levels of the union. */
package vn.lantoa.commendation;
