-- Units that may put forward another number of a title than their level ("a few large ones more", DOMAIN 2.4); such a row goes before the
-- level's. None is named in a text that could be read, so none stands here from the start.
create table award_quota_unit (
    unit_code varchar(40) not null,
    code varchar(30) not null,
    places integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (unit_code, code, valid_from)
);
