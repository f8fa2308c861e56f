/** Pages and API of the task list and of dossiers. */
package vn.lantoa.tasklist.web;
