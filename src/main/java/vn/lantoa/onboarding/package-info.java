/** The first afternoon: units, people and posts come in by the hundred. */
package vn.lantoa.onboarding;
