/** The only door to Camunda. */
package vn.lantoa.engine;
