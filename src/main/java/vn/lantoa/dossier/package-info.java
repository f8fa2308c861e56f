/** What a process is about: the port through which features show their dossiers to the services, and the story of each. */
package vn.lantoa.dossier;
