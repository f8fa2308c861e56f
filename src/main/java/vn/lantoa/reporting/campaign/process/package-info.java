/** The service tasks of the campaign's diagram, as the engine calls them. */
package vn.lantoa.reporting.campaign.process;
