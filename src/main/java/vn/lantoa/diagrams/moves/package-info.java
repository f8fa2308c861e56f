/** Running cases are moved from one version of their process to the newest, case by case, on any node. */
package vn.lantoa.diagrams.moves;
