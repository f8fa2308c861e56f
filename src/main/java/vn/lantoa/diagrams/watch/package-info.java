/** Processes at work: how many cases stand on which step and for how long, what has failed, and one case from the inside. */
package vn.lantoa.diagrams.watch;
