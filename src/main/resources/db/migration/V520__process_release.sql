-- Whoever puts a version of a process into service, or brings an earlier one back, holds this row: two persons at once take turns.
create table process_release_lock (
    id int primary key
);
insert into process_release_lock (id) values (1);

-- A case whose move fails for another reason than its place is tried again after a pause.
alter table case_move_item add column attempts int default 0 not null;
alter table case_move_item add column next_at timestamp(3) with time zone;
