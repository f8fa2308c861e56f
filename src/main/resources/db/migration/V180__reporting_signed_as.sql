-- How the actor of a step acted on that day: a letter prints it long after the rule ended.
alter table report_submission add column capacity varchar(3);
alter table report_submission add column for_person_id bigint;
