/** Pages of campaigns: the tree of rates, who has sent nothing yet, reminders by hand. */
package vn.lantoa.reporting.campaign.web;
