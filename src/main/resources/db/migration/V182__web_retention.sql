-- For how many days something is kept that nobody needs for good.
create table retention_term (
    -- PRACTICE: after it was closed
    code varchar(30) not null,
    days integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (code, valid_from)
);

insert into retention_term (code, days, valid_from, legal_basis, verification) values
    ('PRACTICE', 90, date '2026-01-01', 'Quy ước nội bộ: phần luyện tập không phải hồ sơ công việc', 'D');
