-- What is kept of an ended case once the engine has forgotten it: where it went and what it knew last, in codes.
create table ended_case (
    instance varchar(64) primary key,
    -- the case that called it; null for one that was started by itself
    caller varchar(64),
    process varchar(255) not null,
    definition varchar(64) not null,
    -- the dossier
    business_key varchar(255),
    started_by varchar(255),
    started_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone not null,
    -- its stays on steps in order, and its variables, as JSON
    way varchar(2000000) not null,
    known varchar(1000000) not null
);
create index ended_case_of_dossier on ended_case (business_key, started_at);
create index ended_case_called on ended_case (caller);
