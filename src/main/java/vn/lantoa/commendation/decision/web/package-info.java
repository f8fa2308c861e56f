/** Pages and API of decisions on commendations. */
package vn.lantoa.commendation.decision.web;
