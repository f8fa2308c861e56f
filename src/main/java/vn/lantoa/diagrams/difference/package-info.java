/** What differs between two sets of files of a process, element by element, in words; pure, asks neither database nor engine. */
package vn.lantoa.diagrams.difference;
