-- What a unit wants to reach in a year ("chỉ tiêu năm"): optional, one figure per indicator, set by the unit's own leader.
create table report_target (
    unit_id bigint not null,
    target_year integer not null,
    code varchar(10) not null,
    -- collective, individual, or empty
    dimension varchar(20) not null,
    amount numeric(19,4) not null,
    set_by bigint not null,
    set_at timestamp(3) with time zone not null,
    primary key (unit_id, target_year, code, dimension)
);

-- Section VI of a report, row by row: what is proposed and to whom. Only ever added, like every other statement.
create table report_proposal (
    report_id bigint not null,
    revision integer not null,
    position integer not null,
    matter varchar(4000) not null,
    -- CONFEDERATION, PUBLIC_SECURITY, LOCAL_AUTHORITY, SUPERIOR, OTHER
    addressee varchar(20) not null,
    corrected boolean not null,
    entered_by bigint not null,
    primary key (report_id, revision, position),
    foreign key (report_id, revision) references report_revision (report_id, revision)
);

-- The subordinate units whose accepted reports a row was taken from.
create table report_proposal_source (
    report_id bigint not null,
    revision integer not null,
    position integer not null,
    unit_id bigint not null,
    primary key (report_id, revision, position, unit_id),
    foreign key (report_id, revision, position) references report_proposal (report_id, revision, position)
);
