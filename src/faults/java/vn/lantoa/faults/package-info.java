/** What machines do to an installation, done to it on purpose: real processes killed, a database cut off; counted is what is lost or doubled. */
package vn.lantoa.faults;
