-- Whoever writes results of outside decisions holds this row: of two lists, or a list and a single entry, that name one unit in one moment the
-- second is told what the first took.
create table safety_register (
    id integer primary key
);
insert into safety_register (id) values (1);
