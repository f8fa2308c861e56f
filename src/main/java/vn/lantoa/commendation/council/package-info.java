/** The award council of a level: its members, sessions, conflicts of interest, ballots and minutes (DOMAIN §2.7). */
package vn.lantoa.commendation.council;
