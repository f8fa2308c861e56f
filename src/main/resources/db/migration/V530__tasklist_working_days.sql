-- A step may have days of its own, as its diagram says; they are counted from its opening.
alter table task add column working_days int;

-- How many working days a step lay open, counted when it closed; null for what closed before this was written down.
alter table closed_task add column definition varchar(255);
alter table closed_task add column opened_at timestamp(3) with time zone;
alter table closed_task add column working_days int;
create index closed_task_of_version on closed_task (definition, step);
create index task_of_version on task (definition, step);
