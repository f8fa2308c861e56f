-- The search walks reports from the newest, and asks which periods there are.
create index report_by_end on report (period_to, id);
create index report_by_period on report (period);
