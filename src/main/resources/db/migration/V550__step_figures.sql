-- How long the steps of a process take, read from the index alone: the page that watches a process asks it each time it is opened.
create index closed_task_by_day on closed_task (process, closed_at, step, working_days, person_id);
