-- For whom a step was done, when a stand-in did it: four eyes asks both.
alter table closed_task add column for_person_id bigint;
alter table closed_task add column substitution_id bigint;
alter table closed_task alter column acted_as set data type varchar(1000);
alter table dossier_event alter column acted_as set data type varchar(1000);
alter table task alter column sent_by set data type varchar(1300);
create index task_claimed_by on task (assignee_id);
create index task_draft_of_person on task_draft (person_id);
