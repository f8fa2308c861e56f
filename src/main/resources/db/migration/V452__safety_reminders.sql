-- How many days before the last day of a step the units that have not done it are reminded. Nothing is decided by a reminder.
create table safety_reminder (
    -- REGISTER, SEND: the steps of safety_term
    step varchar(20) not null,
    nth integer not null,
    days integer not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar(400) not null,
    verification varchar(20) not null,
    primary key (step, nth, valid_from)
);
insert into safety_reminder (step, nth, days, valid_from, legal_basis, verification) values
    ('REGISTER', 1, 30, date '2022-02-10', 'Quy ước nội bộ: nhắc đăng ký trước hạn 30 ngày', 'D'),
    ('REGISTER', 2, 10, date '2022-02-10', 'Quy ước nội bộ: nhắc đăng ký trước hạn 10 ngày', 'D'),
    ('SEND', 1, 15, date '2022-02-10', 'Quy ước nội bộ: nhắc gửi hồ sơ trước hạn 15 ngày', 'D'),
    ('SEND', 2, 5, date '2022-02-10', 'Quy ước nội bộ: nhắc gửi hồ sơ trước hạn 5 ngày', 'D');
