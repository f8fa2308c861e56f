-- Days on which the rule "Monday to Friday" does not hold, with where we know it from.
create table holiday (
    on_date date primary key,
    name_vi varchar(200) not null,
    name_en varchar(200) not null,
    kind varchar(30) not null,
    is_day_off boolean not null,
    status varchar(30) not null,
    legal_basis varchar(400) not null,
    source varchar(400) not null,
    verification varchar(400) not null,
    -- Entered or changed here: the list that comes with a release leaves it alone.
    own boolean not null
);
