/** Working days, holidays and deadlines in Vietnamese time. */
package vn.lantoa.calendar;
