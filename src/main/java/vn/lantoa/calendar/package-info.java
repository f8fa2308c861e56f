/** Working days, holidays and deadlines in Vietnamese time; the work that waits for a day, or for a free thread. */
package vn.lantoa.calendar;
