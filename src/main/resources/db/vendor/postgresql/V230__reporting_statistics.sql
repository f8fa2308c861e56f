-- A unit's subordinates report in the same periods and are accepted together. Taken for independent, thousands of reports look like a few,
-- and their values are sorted on disk instead of being added in memory (ADR 41).
create statistics report_of_branch (dependencies, mcv) on parent_id, period, accepted_revision, state from report;
