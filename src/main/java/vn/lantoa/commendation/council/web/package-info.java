/** Pages and API of councils: setting one up, running a session, voting on a phone. */
package vn.lantoa.commendation.council.web;
