-- A branch's own earlier cut-offs (DOMAIN 3.2): internal marks, never a lateness. The judged date stays in report_deadline.
create table report_cut_off_rule (
    unit_id bigint not null,
    period_kind varchar(10) not null,
    level_no integer not null,
    due_month integer not null,
    due_day integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (unit_id, period_kind, level_no, valid_from)
);

-- The cut-off that held when a report was opened, frozen with it.
create table report_cut_off (
    report_id bigint primary key references report (id),
    last_day date not null,
    set_by_unit bigint not null
);
