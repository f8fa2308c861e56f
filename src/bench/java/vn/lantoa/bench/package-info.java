/** Measurements run by {@code mvn -Pbench verify}, never as tests: a class per figure beside what it measures, one place for the goals, one page. */
package vn.lantoa.bench;
