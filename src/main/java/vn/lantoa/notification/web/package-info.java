/** The stream of events that open pages listen to. */
package vn.lantoa.notification.web;
