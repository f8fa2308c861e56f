-- A result that was entered or imported wrongly: another stands in its place, with the reason; the wrong one stays to be read.

-- 1 while it is the one that counts; null once another holds in its place
alter table safety_result add column standing integer;
update safety_result set standing = 1;
-- the result that holds in its place, null while this one holds
alter table safety_result add column corrected_by bigint references safety_result (id);
-- why it corrects another, null for a first entry
alter table safety_result add column reason varchar(500);
alter table safety_result drop constraint safety_result_once;
-- one result that counts of each kind for a unit and year
alter table safety_result add constraint safety_result_once unique (kind, year_no, unit_id, standing);
