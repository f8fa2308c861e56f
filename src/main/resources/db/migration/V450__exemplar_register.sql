-- Whoever writes a name into the register of exemplars holds this row: two leaders who name the same object in one moment come one after the
-- other, and the second is told so.
create table exemplar_register (
    id integer primary key
);
insert into exemplar_register (id) values (1);
