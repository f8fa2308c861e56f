/** Pages of campaigns: the tree of rates, who has sent nothing yet, reminders by hand, acts on a branch at once, its trend. */
package vn.lantoa.reporting.campaign.web;
